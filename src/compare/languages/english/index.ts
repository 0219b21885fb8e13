import { type Language, wordSet } from '../language';
import { englishAbbreviations } from './abbreviations';
import { englishCalendar } from './calendar';
import { englishGrammar } from './grammar';
import { englishNames } from './names';
import { englishNumbers } from './numbers';
import { englishSpeech, englishStance } from './speech';
import { isCommonEnglishWord, tagEnglish } from './tagging';

export const english: Language = {
  code: 'en',
  abbreviations: englishAbbreviations,
  sentenceStarters: wordSet(
    'the a an it he she they we i you but and in on at this that these those there however meanwhile if when while after before for his her their its as no not so some what who how also according',
  ),
  tag: tagEnglish,
  isCommonWord: isCommonEnglishWord,
  numbers: englishNumbers,
  calendar: englishCalendar,
  speech: englishSpeech,
  stance: englishStance,
  names: englishNames,
  grammar: englishGrammar,
};
