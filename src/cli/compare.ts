import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { explainPair, explanationLines, reasonSentence } from '../compare';
import { createService } from '../service';
import { memoryStore } from '../store';
import { collectArticles } from './articles';
import { CommandError } from './error';
import { report, reportData } from './report';
import { failureSentence } from './sentences';
import type { Terminal } from './terminal';

export interface CompareOptions {
  files: string[];
  json: boolean;
  explain: boolean;
}

/** Two arguments that are no files, with --explain, are the two sentences to be explained. */
const areSentences = ({ files, explain }: CompareOptions, terminal: Terminal): boolean =>
  explain &&
  files.length === 2 &&
  files.every((words) => words.includes(' ') && !existsSync(resolve(terminal.folder, words)));

/** `collate compare`: the first article against the others, or two sentences against each other. */
export async function compare(options: CompareOptions, terminal: Terminal): Promise<number> {
  const { files, json, explain } = options;
  if (files.length === 0) throw new CommandError('Name the files to compare: collate compare FILE…');
  if (areSentences(options, terminal)) {
    const lines = explanationLines(explainPair(files[0]!, files[1]!));
    terminal.out(`${lines.join('\n')}\n`);
    return 0;
  }
  const articles = await collectArticles(files, terminal);
  const [subject, ...given] = articles;
  // The same page named twice is one article, not a second voice.
  const others = given.filter(
    (article, index) =>
      article.id !== subject?.id && given.findIndex(({ id }) => id === article.id) === index,
  );
  if (!subject || others.length === 0) {
    throw new CommandError('There is only one article here; comparing takes at least two.');
  }
  const service = createService({ store: memoryStore(), clock: terminal.now });
  const collated = await service.collateGiven(subject, others);
  if (!collated.ok) throw new CommandError(failureSentence(collated.failure));
  const view = collated.value;
  if (json) terminal.out(`${JSON.stringify(reportData(view, reasonSentence), null, 2)}\n`);
  else terminal.out(report(view, { width: terminal.width, say: reasonSentence, explain }));
  return 0;
}
