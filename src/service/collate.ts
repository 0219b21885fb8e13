import { collapseVoices, correctionsFrom, countSources, reusesAmong } from '../match';
import type { Article, ArticleId } from '../model/article';
import { type CollationPart, withPart } from '../model/collation-parts';
import type { Match, Voice } from '../model/comparison';
import type { CollationView } from '../model/library-query';
import { pause } from './attempt';
import type { ServiceContext } from './context';
import { ownersOf } from './owners';
import { proofFrom } from './proof';
import { type ToldStory, toldStory } from './told-story';

const outletCount = (articles: Article[]): number =>
  new Set(articles.map(({ outlet, host }) => (outlet.value || host).toLowerCase())).size;

const byId = (articles: Article[]): Record<ArticleId, Article> =>
  Object.fromEntries(articles.map((article) => [article.id, article]));

async function storyPart({
  pages,
  voices,
  matches,
  later,
  laterArticles,
}: ToldStory): Promise<CollationPart> {
  const counts = {
    pages: pages.length,
    outlets: outletCount(pages),
    voices: voices.length,
    sources: countSources(pages, voices),
  };
  return {
    part: 'story',
    article: pages[0]!.id,
    coverage: { voices, matches, later, counts },
    articles: byId([...pages, ...laterArticles]),
    owners: await ownersOf(pages),
  };
}

interface Lead {
  voice: string;
  article: Article;
}

/** The text that stands for each voice, the subject's own first. */
const leadsOf = (
  subject: Article,
  voices: readonly Voice[],
  articles: Readonly<Record<ArticleId, Article>>,
): Lead[] =>
  voices.flatMap(({ id, lead }, at) => {
    const article = at === 0 ? subject : articles[lead];
    return article ? [{ voice: id, article }] : [];
  });

/** Analyses the leads of the voices, and says after each how many have been read. */
async function* readVoices(context: ServiceContext, leads: readonly Lead[]) {
  const read = [];
  for (const lead of leads) {
    await pause();
    read.push({ ...lead, analysis: await context.analyses.of(lead.article) });
    yield { part: 'read', voices: read.length, of: leads.length } as const;
  }
  return read;
}

/** Compares the voice of `subject` with the other voices of a story: the whole collation, part by part. */
async function* storyInParts(
  context: ServiceContext,
  subject: Article,
  story: ToldStory,
): AsyncGenerator<CollationPart, void> {
  const articles = byId(story.pages);
  const leads = leadsOf(subject, story.voices, articles);
  // The disk and the platform's inflating work while the story is sent and looked at for passages shared.
  const ahead = context.analyses.readAhead(leads.map(({ article }) => article));
  // Whoever waits for it learns what went wrong.
  ahead.catch(() => undefined);
  yield await storyPart(story);
  await pause();
  const reuses = reusesAmong(story.voices, articles, subject.id);
  if (reuses.length > 0) yield { part: 'reuses', reuses };
  await ahead;
  const [own, ...others] = yield* readVoices(context, leads);
  const proof = proofFrom(articles);
  const wrong = new Set(story.corrections.flatMap(({ kind, target }) => (kind === 'row' ? [target] : [])));
  const { comparedInParts } = await import('../compare');
  const parts = comparedInParts({ subject: own!, others });
  for (;;) {
    // The part before is sent before the next is worked out.
    await pause();
    const { done, value: part } = parts.next();
    if (done) return;
    if (part.part === 'rows') {
      const rows = proof.rows(part.comparison.rows);
      const kept = rows.filter(({ id }) => !wrong.has(id));
      const dismissed = rows.filter(({ id }) => wrong.has(id));
      yield { part: 'rows', comparison: { ...part.comparison, rows: kept }, dismissed };
    } else if (part.part === 'only-here') yield { ...part, onlyHere: proof.onlyHere(part.onlyHere) };
    else if (part.part === 'left-out') yield { ...part, leftOut: proof.leftOut(part.leftOut) };
    else yield part;
  }
}

/** Finds the stored coverage of an article's event and compares it, voice by voice; each part when it is finished. */
export async function* collateInParts(
  context: ServiceContext,
  article: Article,
): AsyncGenerator<CollationPart, void> {
  yield* storyInParts(context, article, await toldStory(context, article));
}

async function whole(parts: AsyncGenerator<CollationPart, void>): Promise<CollationView> {
  let view: CollationView | null = null;
  for await (const part of parts) view = withPart(view, part);
  return view as CollationView;
}

/** The same, all in one. */
export const collate = (context: ServiceContext, article: Article): Promise<CollationView> =>
  whole(collateInParts(context, article));

/** Compares articles that whoever asks says are one story: the same way without the search. */
export function collateGiven(
  context: ServiceContext,
  subject: Article,
  others: Article[],
): Promise<CollationView> {
  const same = others.filter(({ id }) => id !== subject.id);
  const pages = [subject, ...same];
  const matches = same.map(
    ({ id }): Match => ({ article: id, score: 1, reasons: [], relation: 'same-event' }),
  );
  const voices = collapseVoices(pages, correctionsFrom([]));
  const story = { pages, voices, matches, later: [], laterArticles: [], corrections: [] };
  return whole(storyInParts(context, subject, story));
}
