import { type GrammarLanguage, wordSet } from '../language';

export const englishGrammar: GrammarLanguage = {
  stopWords: wordSet(
    'a an the of to in on at by for with from as is are was were be been being am has have had having do does did doing will would can could may ' +
      'might shall should must and or but if than then that this these those it its he she they them his her hers their theirs him i we you us me my our your who whom whose ' +
      'which what when where why how there here not no nor so too very also just only own same such into onto over under again further once about against between ' +
      'through during before after above below up down out off all any both each few more most other some while whether because although though since until upon per ' +
      "via amid among amongst around along across toward towards within without yet still even ever much many get got go made make say says said told tell 's 't 're 've 'll 'd 'm n't " +
      'include including according mr mrs ms however meanwhile himself herself itself themselves one',
  ),
  subordinators: wordSet(
    'that which who whom whose where when while whilst because although though after before as if unless until since whether what but amid despite',
  ),
  relatives: wordSet('which who whom whose that where'),
  coordinators: wordSet('and but or'),
  finiteSubordinators: wordSet(
    'that which who where when while because although but though as if after before since until whether unless',
  ),
  infinitiveMarks: wordSet('to'),
  passiveAuxiliaries: wordSet('is are was were be been being get got gets'),
  pronouns: {
    he: 'person',
    she: 'person',
    him: 'person',
    they: 'people',
    it: 'thing',
    i: 'speaker',
    we: 'speaker',
  },
  genders: { he: 'male', him: 'male', she: 'female' },
  definiteArticles: wordSet('the this that these those'),
  innerAdverbs: wordSet(
    "not n't also already never currently still now just only then since soon again ever",
  ),
  raisingVerbs: wordSet(
    'begin start appear seem think believe say report know suppose fail refuse decline continue try attempt need have purport claim allege force ' +
      'come use help manage tend happen estimate',
  ),
  ing: /ing$/,
  participle: /(?:ed|en|wn|nt|ght|ut|id|ld|de|pt|ost|old|und|uck|ung|ot|t)$/,
  agentWords: wordSet('by'),
};
