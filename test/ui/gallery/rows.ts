import type { Row } from '../../../src/model/comparison';
import { bell, courier, herald, post, wire } from './articles';
import { evidenceOf } from './build-story';

export const wireVoice = 'voice-wire';

const certain = { confidence: 0.94, certain: true };
const day = (iso: string) => ({ low: iso, high: iso, unit: null });
const number = (low: number, unit: string, high = low) => ({ low, high, unit });

export const moved: Row = {
  id: 'row-moved',
  verdict: 'differ',
  kind: 'quantity',
  label: 'residents of Lower Venn moved',
  reason: { code: 'other-value', parameters: { a: 'About 2,300 residents', b: 'Some 3,100 residents' } },
  ...certain,
  values: [
    {
      label: 'About 2,300 residents',
      ...number(2300, 'person'),
      evidence: [
        evidenceOf({
          article: post,
          sentence: 'About 2,300 residents of Lower Venn were taken to schools and sports halls.',
          marks: ['About 2,300 residents'],
          stance: 'stated',
        }),
        evidenceOf({
          article: wire,
          voice: wireVoice,
          sentence: 'About 2,300 people were moved from Lower Venn, the rescue service said.',
          marks: ['About 2,300 people', 'the rescue service'],
          stance: 'official',
          source: { name: 'the rescue service' },
        }),
      ],
    },
    {
      label: 'Between 2,800 and 3,000 people',
      ...number(2800, 'person', 3000),
      evidence: [
        evidenceOf({
          article: courier,
          sentence: 'Between 2,800 and 3,000 people left Lower Venn, police said.',
          marks: ['Between 2,800 and 3,000 people', 'police'],
          stance: 'official',
          source: { name: 'police' },
        }),
      ],
    },
    {
      label: 'Some 3,100 residents',
      ...number(3100, 'person'),
      evidence: [
        evidenceOf({
          article: herald,
          sentence: 'Some 3,100 residents of Lower Venn have been moved, according to the rescue service.',
          marks: ['Some 3,100 residents', 'the rescue service'],
          stance: 'official',
          source: { name: 'the rescue service' },
        }),
      ],
    },
  ],
};

export const road: Row = {
  id: 'row-road',
  verdict: 'differ',
  kind: 'time',
  label: 'valley road closed',
  reason: { code: 'other-time', parameters: { a: 'until 12 March', b: 'on 20 March' } },
  ...certain,
  values: [
    {
      label: 'until 12 March',
      ...day('2031-03-12'),
      evidence: [
        evidenceOf({
          article: post,
          sentence: 'The valley road will stay closed until 12 March.',
          marks: ['until 12 March'],
        }),
        evidenceOf({
          article: wire,
          voice: wireVoice,
          sentence: 'The valley road is closed until 12 March.',
          marks: ['until 12 March'],
        }),
      ],
    },
    {
      label: 'on 20 March',
      ...day('2031-03-20'),
      evidence: [
        evidenceOf({
          article: courier,
          sentence: 'The valley road is to reopen on 20 March.',
          marks: ['on 20 March'],
        }),
      ],
    },
  ],
};

export const report: Row = {
  id: 'row-report',
  verdict: 'differ',
  kind: 'polarity',
  label: 'ministry received the report',
  reason: { code: 'one-denies', parameters: {} },
  ...certain,
  values: [
    {
      label: 'denied',
      low: null,
      high: null,
      unit: null,
      evidence: [
        evidenceOf({
          article: post,
          sentence: 'The water ministry denied that it had received the report.',
          marks: ['denied'],
          stance: 'denied',
          source: { name: 'The water ministry' },
        }),
      ],
    },
    {
      label: 'received',
      low: null,
      high: null,
      unit: null,
      evidence: [
        evidenceOf({
          article: wire,
          voice: wireVoice,
          sentence:
            'The water ministry received a report on seepage at the dam in October, ministry spokeswoman Ada Finch said.',
          marks: ['received', 'ministry spokeswoman Ada Finch'],
          stance: 'official',
          source: { name: 'Ada Finch' },
        }),
      ],
    },
  ],
};

export const toll: Row = {
  id: 'row-toll',
  verdict: 'update',
  kind: 'quantity',
  label: 'people killed',
  reason: { code: 'later-total', parameters: { what: 'killed', earlier: '14 people', later: '19' } },
  ...certain,
  values: [
    {
      label: '14 people',
      ...number(14, 'person'),
      evidence: [
        evidenceOf({
          article: post,
          sentence: 'At least 14 people were killed, provincial governor Mara Quill said.',
          marks: ['At least 14 people'],
          stance: 'official',
          source: { name: 'Mara Quill' },
        }),
        evidenceOf({
          article: wire,
          voice: wireVoice,
          sentence:
            'A dam above the Sorrel Valley failed early on Wednesday, killing 14 people, governor Mara Quill said.',
          marks: ['14 people'],
          stance: 'official',
          source: { name: 'Mara Quill' },
        }),
      ],
    },
    {
      label: '19',
      ...number(19, 'person'),
      evidence: [
        evidenceOf({
          article: herald,
          sentence:
            'The death toll from the breach of the Alder Dam rose to 19 on Thursday, governor Mara Quill said.',
          marks: ['19'],
          stance: 'official',
          source: { name: 'Mara Quill' },
        }),
        evidenceOf({
          article: courier,
          sentence: 'Nineteen people are dead, the governor said.',
          marks: ['Nineteen people'],
          stance: 'official',
          source: { name: 'the governor' },
        }),
      ],
    },
  ],
};

export const cost: Row = {
  id: 'row-cost',
  verdict: 'agree',
  kind: 'quantity',
  label: 'cost of a new dam',
  reason: { code: 'same-value', parameters: { a: '48 million crowns' } },
  ...certain,
  values: [
    {
      label: '48 million crowns',
      ...number(48_000_000, 'crown'),
      evidence: [
        evidenceOf({
          article: post,
          sentence: 'Rebuilding the dam will cost 48 million crowns, the governor’s office said.',
          marks: ['48 million crowns'],
          stance: 'official',
          source: { name: 'the governor’s office' },
        }),
        evidenceOf({
          article: bell,
          sentence: 'A new Alder Dam will cost 48 million crowns, governor Mara Quill said on Friday.',
          marks: ['48 million crowns'],
          stance: 'official',
          source: { name: 'Mara Quill' },
        }),
      ],
    },
  ],
};

export const cracks: Row = {
  id: 'row-cracks',
  verdict: 'differ',
  kind: 'time',
  label: 'first cracks',
  reason: { code: 'other-clock', parameters: { a: 'at 3:40 a.m.', b: 'at 2:15 a.m.' } },
  confidence: 0.58,
  certain: false,
  values: [
    {
      label: 'at 3:40 a.m.',
      low: null,
      high: null,
      unit: null,
      evidence: [
        evidenceOf({
          article: post,
          sentence: 'The first cracks were seen at 3:40 a.m., according to dam keeper Joris Hale.',
          marks: ['at 3:40 a.m.'],
          stance: 'named-source',
          source: { name: 'Joris Hale' },
        }),
      ],
    },
    {
      label: 'at 2:15 a.m.',
      low: null,
      high: null,
      unit: null,
      evidence: [
        evidenceOf({
          article: herald,
          sentence: 'The first cracks were noticed at 2:15 a.m., the dam’s operator said.',
          marks: ['at 2:15 a.m.'],
          stance: 'official',
          source: { name: 'the dam’s operator' },
        }),
      ],
    },
  ],
};
