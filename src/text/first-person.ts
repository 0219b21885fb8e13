import { foldWord } from './fold';

/** Pronouns of the first and second person, by language. An outlet speaks in them seldom, those it quotes often. */
const lists: Record<string, string> = {
  en: `i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our ours ourselves you you're you've you'd
    you'll your yours yourself`,
  de: 'ich mich mir mein meine meinen meinem meiner wir uns unser unsere unseren unserem unserer du dich dir dein deine',
  es: 'yo me mi mis conmigo nosotros nosotras nos nuestro nuestra nuestros nuestras tu tus usted ustedes',
  fr: "je j'ai j'avais j'étais me m'a mon ma mes moi nous notre nos tu toi ton tes vous votre vos",
  it: 'io mi mio mia miei mie noi ci nostro nostra nostri nostre tu tuo tua voi vostro vostra',
  pt: 'eu me meu minha meus minhas nós nos nosso nossa nossos nossas você vocês seu',
  nl: 'ik mij me mijn wij we ons onze jij je jouw u uw',
};

const sets = new Map<string, ReadonlySet<string>>();

/** The words, folded; an empty set for languages without a list. */
export function firstPerson(language: string): ReadonlySet<string> {
  const known = sets.get(language);
  if (known) return known;
  const made = new Set((lists[language] ?? '').split(/\s+/).filter(Boolean).map(foldWord));
  sets.set(language, made);
  return made;
}
