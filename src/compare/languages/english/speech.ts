import { type SpeechLanguage, type StanceLanguage, wordSet } from '../language';

export const englishSpeech: SpeechLanguage = {
  sayVerbs: wordSet(
    'say tell add claim insist argue allege assert contend maintain remark reply quip tweet joke testify opine retort',
  ),
  reportVerbs: wordSet(
    'announce report state note explain confirm declare warn write acknowledge admit concede estimate predict stress emphasize ' +
      'emphasise reveal disclose post suggest indicate believe vow recall determine conclude deny comment respond answer ask ' +
      'think hope know learn hear expect promise pledge complain observe show find continue agree caution describe read cry ' +
      'shout call sing mention discuss charge point speculate feel fear worry guess assume figure swear proclaim reiterate repeat ' +
      'reassure assure inform notify advise urge demand question wonder propose recommend rule order tout boast lament exclaim',
  ),
  attitudeVerbs: wordSet(
    'criticize criticise condemn praise blame accuse urge demand call ask support oppose back endorse reject dismiss dispute ' +
      'refute blast slam denounce defend question attack warn discuss cite mention address describe want view see seek plan ' +
      'encourage recommend propose promise vow pledge threaten consider welcome hail thank apologize applaud challenge order ' +
      'tout raise mock label order advise deny highlight outline regret favor favour decry object complain compare joke know ' +
      'feel worry fear agree disagree decide like love hate prefer hope expect think believe argue suggest point predict express ' +
      'lament characterize characterise acknowledge admit concede note confirm announce declare reveal explain report publish respond ' +
      'release write tweet post say show indicate find conclude estimate determine claim allege invite instruct refuse decline ' +
      'scold rebuke chide endorse advocate despise admire marvel detest dislike resent',
  ),
  denialVerbs: wordSet('deny reject dismiss dispute refute rebut disavow repudiate debunk contradict'),
  saidForms: wordSet('said says asked asks told added wrote replied answered shouted'),
  addresseeVerbs: wordSet('tell inform assure remind warn notify ask advise'),
  accordingTo: [
    ['according', 'to'],
    ['as', 'per'],
    ['in', 'the', 'words', 'of'],
    ['in', 'the', 'view', 'of'],
    ['in', 'the', 'opinion', 'of'],
    ['in', 'the', 'eyes', 'of'],
  ],
  nouns: wordSet(
    'report reports claim claims statement statements comment comments allegation allegations announcement accusation accusations ' +
      'evidence belief speculation warning warnings suggestion suggestions assertion assertions fear fears concern concerns rumor ' +
      'rumors rumour rumours hope hopes decision argument remark remarks prediction estimate estimates news word conclusion conclusions finding findings theory view views opinion assessment assurance assurances notion idea promise promises threat threats ' +
      'vow pledge demand demands denial admission testimony account judgment verdict contention insistence refusal pronouncement pronouncements acknowledgment criticism proposal proposals plan plans call calls record effort efforts support',
  ),
  nounSourceWords: wordSet('from by of'),
  nounContentWords: wordSet('of to on about for against'),
  contentWords: wordSet('that whether how why what if'),
  evidence: wordSet(
    'evidence imagery video videos footage figure figures data image images photo photos photograph photographs document documents records ' +
      'picture pictures clip poll polls survey study research results map chart test tests this that these those there',
  ),
  anybody: wordSet('you one somebody someone anybody anyone everybody everyone nobody'),
  unnamedSources: wordSet(
    'official officials source sources witness witnesses resident residents expert experts analyst analysts critic critics authority authorities ' +
      'insider insiders aide aides people some many observers others diplomat diplomats neighbour neighbor neighbours neighbors person man woman ' +
      'activist activists lawmaker lawmakers doctor doctors adviser advisers investigator investigators engineer they',
  ),
  officialSources: wordSet(
    'police government ministry minister president spokesman spokeswoman spokesperson official officials authority authorities department ' +
      'agency army military court judge prosecutor prosecutors governor mayor sheriff commissioner secretary chancellor embassy ambassador council ' +
      'senator congress parliament administration bureau office service commander general chief coroner premier palace kremlin pentagon',
  ),
  mediaSources: wordSet(
    'newspaper newspapers paper magazine media broadcaster agency outlet website site channel station report reports television tv radio press ' +
      'daily weekly times post journal news tribune herald',
  ),
};

export const englishStance: StanceLanguage = {
  negators: wordSet("not n't never nor neither cannot hardly scarcely"),
  negativeDeterminers: wordSet('no neither none nobody nothing'),
  negativeVerbs: wordSet('fail refuse decline reject deny prevent avoid stop cancel abandon lack'),
  hedges: wordSet(
    'allegedly purportedly reportedly apparently supposedly possibly probably perhaps presumably likely unlikely seemingly potentially ' +
      'unconfirmed alleged suspected purported apparent possible potential supposed believed thought may might could appear appears appeared ' +
      'appearing seem seems seemed seeming purport purports purporting suggest suggests suggested suggesting speculation unverified rumored ' +
      'rumoured unclear maybe suspect suspects ostensibly',
  ),
  possible: wordSet('may might could can'),
  planned: wordSet("will would shall 'll should"),
  planVerbs: wordSet(
    'plan prepare intend expect schedule set aim go promise vow pledge propose consider seek agree order want hope decide due await slate',
  ),
  planAdjectives: wordSet('ready due likely set able poised bound'),
  until: wordSet('until till'),
};
