import { describe, expect, it } from 'vitest';
import { decideStory, MatchIndex, memoryBlobs } from '../../src/match';
import type { Article } from '../../src/model/article';
import { article } from './stories';

const ferry = (outlet: string, day: string, headline: string, paragraphs: string[]): Article =>
  article({ address: `https://${outlet.toLowerCase()}.test/ferry`, outlet, day, headline, paragraphs });

const stored: Article[] = [
  ferry('Harbourer', '2031-09-03', 'Ferry Maribel runs aground off Cape Dunmor', [
    'The passenger ferry Maribel ran aground on the Teal reef off Cape Dunmor early on Wednesday with 214 people aboard, the coastguard said.',
    'Captain Oro Felstad ordered the boats lowered at 4.40 a.m. after water entered the engine room. Everyone was brought to Dunmor by 9 a.m.; six were treated for cold.',
    'The coastguard officer in charge, Lena Quist, said fog had been thick and that the light on the reef had failed on Sunday.',
  ]),
  ferry('Tideline', '2031-09-03', '214 saved as Maribel strikes reef', [
    'All 214 passengers and crew of the Maribel were saved on Wednesday after the ferry struck the Teal reef near Cape Dunmor in fog.',
    'Felstad, her captain for eleven years, told the coastguard he never saw the reef light. Quist confirmed that the lamp had been dark since Sunday.',
    'The owners, Sorrel Lines, have sent two tugs from Brannock.',
  ]),
  ferry('Northlight', '2031-09-04', 'Reef light was out when ferry grounded, says coastguard', [
    'The beacon that should have warned the ferry Maribel off the Teal reef was not lit when she grounded on Wednesday, Lena Quist of the coastguard said.',
    'Sorrel Lines said its captain, Oro Felstad, had done everything right. Six of the 214 aboard were treated at the hospital in Dunmor.',
  ]),
  ferry('Capeman', '2029-02-17', 'Ferry Osprey collides with trawler off Brannock', [
    'The passenger ferry Osprey collided with a trawler in fog off Brannock on Saturday and two fishermen drowned, the coastguard said.',
    'Captain Hedda Voss brought the ferry with 96 people aboard back to port with a torn bow. The owners are Sorrel Lines.',
  ]),
  ferry('Islander', '2031-08-28', 'Sorrel Lines to raise ferry fares', [
    'Sorrel Lines will raise fares on all its ferries by a tenth from October, the company said on Thursday, blaming the price of oil.',
    'A crossing from Brannock to the islands will then cost 22 crowns. The council of the islands has protested.',
  ]),
];

async function decide(articles: Article[], subject: Article) {
  const index = new MatchIndex(memoryBlobs());
  await index.addAll(articles);
  const found = await index.candidates(subject);
  const byId = new Map(articles.map((one) => [one.id, one]));
  const candidates = found.map(({ id }) => byId.get(id)!);
  return decideStory(subject, candidates, { statistics: await index.statistics() });
}

const outlet = (id: string): string => stored.find((one) => one.id === id)!.outlet.value;

describe('the story of an article', () => {
  it('is the event and neither its like nor its subject, in a store of five', async () => {
    const { same } = await decide(stored, stored[0]!);
    expect(same.map((match) => outlet(match.article)).sort()).toEqual(['Northlight', 'Tideline']);
  });

  it('is the same before and after the article is saved, and whatever the order of arrival', async () => {
    const others = stored.slice(1);
    const before = await decide(others, stored[0]!);
    const after = await decide(stored, stored[0]!);
    const turned = await decide([...stored].reverse(), stored[0]!);
    const ids = (decision: typeof after) => decision.same.map((match) => match.article).sort();
    expect(ids(before)).toEqual(ids(after));
    expect(turned).toEqual(after);
  });

  it('gives its reasons in the articles’ own words', async () => {
    const { same } = await decide(stored, stored[0]!);
    const match = same.find((one) => outlet(one.article) === 'Tideline')!;
    const shared = Object.fromEntries(match.reasons.map((reason) => [reason.code, reason.shared]));
    expect(shared.names?.join(' ')).toContain('cape dunmor');
    expect(shared.numbers).toContain('214');
    expect(shared.dates).toContain('2031-09-03');
    expect(shared['close-in-time']).toEqual(['0']);
    expect(match.score).toBeGreaterThan(0.5);
  });

  it('obeys the reader', async () => {
    const index = new MatchIndex(memoryBlobs());
    await index.addAll(stored);
    const statistics = await index.statistics();
    const [subject, tideline, , osprey] = stored;
    const corrections = {
      same: [[osprey!.id, subject!.id] as [string, string]],
      notSame: [[subject!.id, tideline!.id] as [string, string]],
      copies: [],
      notCopies: [],
    };
    const decision = decideStory(subject!, stored, { statistics, corrections });
    expect(decision.same.map((match) => outlet(match.article))).toContain('Capeman');
    expect(decision.same.map((match) => outlet(match.article))).not.toContain('Tideline');
    expect(decision.refused.find((refusal) => refusal.article === tideline!.id)?.because).toBe('reader');
  });

  it('sets a report of weeks later apart', async () => {
    const inquiry = ferry('Advocate', '2031-10-20', 'Captain of the Maribel cleared by inquiry', [
      'Oro Felstad, captain of the ferry Maribel, was cleared of blame on Monday by the inquiry into her grounding on the Teal reef off Cape Dunmor on 3 September.',
      'The inquiry found that the reef light had failed three days before and that Lena Quist of the coastguard had not been told. All 214 aboard were saved.',
    ]);
    const { same, later } = await decide([...stored, inquiry], stored[0]!);
    expect(same.map((match) => match.article)).not.toContain(inquiry.id);
    expect(later.map((match) => match.article)).toContain(inquiry.id);
    expect(later[0]!.relation).toBe('later');
  });

  it('shows nothing as later that the reader took out', async () => {
    const second = ferry(
      'Northlight',
      '2031-09-09',
      'Reef light was out when ferry grounded, says coastguard',
      [
        'The beacon that should have warned the ferry Maribel off the Teal reef was not lit when she grounded on Wednesday, Lena Quist of the coastguard said.',
        'Sorrel Lines said its captain, Oro Felstad, had done everything right. Six of the 214 aboard were treated at the hospital in Dunmor.',
      ],
    );
    const articles = [stored[0]!, stored[1]!, second];
    const index = new MatchIndex(memoryBlobs());
    await index.addAll(articles);
    const statistics = await index.statistics();
    const told = (notSame: [string, string][]) => {
      const corrections = { same: [], notSame, copies: [], notCopies: [] };
      const { same, later } = decideStory(stored[0]!, articles, { statistics, corrections });
      return [...same, ...later].map((match) => match.article);
    };
    expect(told([])).toContain(second.id);
    expect(told([[stored[0]!.id, second.id]])).not.toContain(second.id);
  });

  it('follows a story through names that arrived in between, and keeps it apart from the first reports', async () => {
    const report = (outlet: string, day: string, headline: string, paragraphs: string[]) =>
      article({ address: `https://${outlet.toLowerCase()}.test/${day}`, outlet, day, headline, paragraphs });
    const fire = [
      report('Daymark', '2031-04-02', 'Fire destroys Harrow Mill in Veldstad', [
        'A fire destroyed the old Harrow Mill on the quay of Veldstad on Wednesday night, and a watchman, Piet Lammers, was killed.',
        'The brigade fought the flames until dawn with ninety men. The mill had stood since 1841 and was to become flats.',
      ]),
      report('Quayside', '2031-04-03', 'Watchman dies in blaze at Harrow Mill', [
        'Piet Lammers, the watchman of the Harrow Mill in Veldstad, died in the fire that gutted the building on Wednesday.',
        'Ninety firemen were on the quay. The police do not rule out arson at the mill, which was to be turned into flats.',
      ]),
    ];
    const arrest = report('Daymark', '2031-04-19', 'Builder arrested over Harrow Mill fire', [
      'Police in Veldstad have arrested the builder Joris Kempenaar on suspicion of having set the Harrow Mill on fire.',
      'Kempenaar, 52, had bought the mill for flats and insured it in March. The watchman Piet Lammers died in the flames.',
    ]);
    const trial = report('Assize', '2031-06-30', 'Kempenaar denies arson as trial opens', [
      'The builder Joris Kempenaar pleaded not guilty to arson and manslaughter on Monday as his trial opened in Veldstad.',
      'Kempenaar, 52, told the court that he had insured the mill in March because the bank asked it of him.',
    ]);
    const fraud = report('Gavel', '2031-06-30', 'Baker cleared of fraud', [
      'A court in Brannock cleared the baker Oda Thies of fraud on Monday. She had been accused of selling rye as wheat.',
      'Thies said she would reopen her shop at once.',
    ]);
    const { same, later } = await decide([...fire, arrest, trial, fraud], fire[0]!);
    expect(same.map((match) => match.article)).toEqual([fire[1]!.id]);
    expect(later.map((match) => match.article).sort()).toEqual([arrest.id, trial.id].sort());
    expect(later.every((match) => match.relation === 'later')).toBe(true);
  });

  it('gives a near miss its reasons and why it was refused', async () => {
    const { refused, same } = await decide(stored, stored[0]!);
    const taken = new Set(same.map((match) => match.article));
    for (const { article: id, because, score } of refused) {
      expect(taken.has(id)).toBe(false);
      expect(score).toBeGreaterThan(0);
      expect(['unlike', 'other-story', 'days-apart']).toContain(because);
    }
    const inquiry = ferry('Reefwatch', '2031-08-11', 'Ferry Osprey collides with trawler', [
      'The passenger ferry Osprey collided with a trawler in fog off Brannock on Monday, on her way to Cape Dunmor, the coastguard said.',
      'Captain Hedda Voss brought the ferry back to port with a torn bow. Two fishermen were pulled from the water alive.',
    ]);
    const near = await decide([...stored, inquiry], stored[0]!);
    const refusal = near.refused.find((one) => one.article === inquiry.id);
    expect(refusal?.because).toBe('days-apart');
    expect(refusal?.reasons.find((reason) => reason.code === 'names')?.shared.join(' ')).toContain(
      'cape dunmor',
    );
  });
});
