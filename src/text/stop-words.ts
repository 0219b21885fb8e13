import { foldWord } from './fold';

/**
 * Words that say nothing about the event, by language, folded (lower case, no accents). Closed classes
 * (articles, pronouns, prepositions, auxiliaries, particles) and the reporting words every news text has.
 */
const lists: Record<string, string> = {
  en: `a about above after again against all also am an and any are aren't as at be because been before being
    below between both but by can can't could couldn't did didn't do does doesn't doing don't down during each
    either else even ever every few for from further get got had hadn't has hasn't have haven't having he her
    here hers herself him himself his how however i if in including into is isn't it its itself just less like
    made make many may me might more most much must my myself neither no nor not now of off often on once one
    only or other our ours out over own per quite rather same shall she should since so some still such than
    that the their theirs them themselves then there these they this those though through to too two under
    until up upon us very via was wasn't we were weren't what when where whether which while who whom whose
    why will with within without won't would wouldn't yet you your yours
    according ago among dr jr mr mrs ms new news report reported reportedly reports said say saying says sr
    tell tells told`,
  de: `aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bereits bin
    bis bist da dabei dadurch dafur damit danach dann darauf das dass dein dem den denn der deren des dessen
    dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines
    er es etwa etwas euch fur gegen gegenuber gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm
    ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes jedoch jetzt kann
    kein keine keinen konnen konnte konnten laut man mehr mein meine mit muss mussen musste nach nachdem neue
    neuen nicht nichts noch nun nur ob oder ohne schon sehr sei sein seine seinem seinen seiner seit selbst
    sich sie sind so sogar soll sollen sollte sowie sowohl uber um und uns unser unter viel viele vom von vor
    wahrend war waren warum was wegen weil weiter welche wenn wer werde werden wie wieder will wir wird wo
    wollen worden wurde wurden zu zum zur zwar zwei zwischen sagte sagten teilte mit`,
  es: `a al algo ante antes aquel aquella asi aun aunque bajo bien cada casi como con contra cual cuando cuanto
    de del desde despues donde dos durante e el ella ellas ellos en entre era eran es esa esas ese eso esos
    esta estaba estan estar estas este esto estos fue fueron fui ha haber habia habian han hasta hay he hoy la
    las le les lo los mas me mi mientras mismo muy nada ni no nos o otra otras otro otros para pero poco por
    porque pues que quien quienes se sea segun ser si sido sin sobre solo son su sus tambien tan tanto te
    tener tiene tienen toda todas todo todos tras tu un una unas uno unos y ya dijo dice afirmo anadio senalo
    aseguro explico`,
  fr: `a ai ainsi alors apres au aucun aucune aussi autre autres aux avait avant avec avoir c ce cela celle
    celui ces cet cette ceux chez comme contre d dans de depuis des deux dont du elle elles en encore entre
    est et etaient etait ete etre eu eux fait font hors il ils j je jusqu l la le les leur leurs lors lui m
    mais meme mes moins mon n ne ni nos notre nous on ont ou par pas pendant peu peut plus pour quand que qu
    quel quelle qui quoi s sa sans se selon sera ses si sien soit son sont sous sur t ta tandis tes ton tous
    tout toute toutes tres tu un une vers vos votre vous y a-t-il affirme annonce declare indique precise
    explique`,
  it: `a ad ai al alla alle allo anche ancora avere aveva c che chi ci come con contro cosi cui da dagli dai
    dal dalla dalle dei del della delle dello di dopo dove due e ed era erano essere fra gli ha hanno ho i il
    in io l la le lei li lo loro lui ma mentre mi ne negli nei nel nella nelle nello no noi non o ogni per
    perche piu poi prima quale quando quella quelle quelli quello questa queste questi questo se sempre senza
    si sia sono stata stati stato su sua sue sugli sui sul sulla suo suoi tra tutti tutto un una uno verso vi
    detto dichiarato spiegato`,
  pt: `a ainda ao aos apos ate as com como contra da das de dela dele depois desde do dois dos e ela elas ele
    eles em entre era eram essa esse esta estao estar este foi foram ha isso isto ja la lhe mais mas mesmo
    muito na nao nas nem no nos nossa o onde os ou para pela pelas pelo pelos por porque quais qual quando que
    quem se segundo sem sendo ser seu seus sobre sua suas tambem te tem teve toda todo todos um uma umas uns
    disse afirmou`,
  nl: `aan al alle als ander bij daar dan dat de den der deze die dit doch door dus een en er ge geen haar had
    heb hebben heeft hem het hier hij hoe hun ik in is ja je kan kon maar me meer men met mij mijn moet na
    naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch toen tot twee u uit uw van
    veel voor want waren was wat we wel werd werden wie wij wil worden wordt ze zei zelf zich zij zijn zo
    zonder zou volgens`,
  sv: `alla allt att av blev bli blir da de dem den denna deras dess det detta dig din dina du efter ej eller
    en er ett for fran ha hade han hans har henne hennes hon hos hur i icke ingen inom inte ja jag kan kunde
    man med mellan men min mot mycket nar ni nu och om oss pa sa sade samma sedan sig sin sina ska skulle som
    till tva under upp ut utan vad var vara varit vi vid vilken an ar ave enligt`,
  ru: `а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да для до его ее если
    есть еще же за здесь и из или им их к как ко когда кто ли либо между меня может мы на над нас не него нее
    нет ни них но ну о об однако он она они оно от по под после при с сам свою себя сказал со так также там то
    того тоже только том ты у уже хотя чего чем что чтобы эта эти это этого этот я сообщил заявил`,
  ar: `في من على الى إلى عن مع هذا هذه ذلك تلك التي الذي الذين كان كانت يكون قد لقد لم لن لا ما أن ان إن كما او أو
    ثم بعد قبل بين حتى عند منذ خلال كل بعض غير أي اي هو هي هم نحن انه أنه إنه انها أنها وقال قال قالت وقالت
    اضاف أضاف واضاف وأضاف و ف ب ل حيث لدى ايضا أيضا ولم ولا وفي ومن وعلى فيها فيه منها منه عليه عليها به بها
    له لها وقد وكان وكانت اليوم امس أمس`,
  ja: `の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ ない この ため
    その あっ よう また もの あり まで られ なる へ か だ これ によって により おり より による ず なり られる
    について という ところ です ます でし まし ませ だっ いう ほか 人 日 月 年`,
  zh: `的 了 在 是 和 有 我 他 她 也 就 不 人 都 一 一个 上 说 到 要 为 与 及 对 并 而 被 从 以 将 这 那 于 年 月 日`,
};

const sets = new Map<string, ReadonlySet<string>>();

/** Stop words of a language (BCP 47 primary tag), folded; an empty set for languages without a list. */
export function stopWords(language: string): ReadonlySet<string> {
  const known = sets.get(language);
  if (known) return known;
  const made = new Set((lists[language] ?? '').split(/\s+/).filter(Boolean).map(foldWord));
  sets.set(language, made);
  return made;
}
