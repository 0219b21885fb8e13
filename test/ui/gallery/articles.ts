import { writeArticle } from './build-story';

/** A paragraph from an archive that two outlets have both used. */
export const background =
  'The dam was raised of earth and stone in 1968 to water the orchards of the lower valley, and has twice been mended since.';

/** An invented flood in an invented valley, as invented outlets tell it. */
export const post = writeArticle({
  outlet: 'The Marrow Post',
  host: 'marrowpost.test',
  path: '2031/03/05/alder-dam',
  headline: 'Alder Dam gives way after night of rain, valley towns cleared',
  authors: ['Ilse Tarn', 'Bo Wexley'],
  day: '2031-03-05',
  paragraphs: [
    'The Alder Dam gave way before dawn on Wednesday after a night of heavy rain, sending a wall of water into the Sorrel Valley.',
    'At least 14 people were killed, provincial governor Mara Quill said. About 2,300 residents of Lower Venn were taken to schools and sports halls.',
    'The first cracks were seen at 3:40 a.m., according to dam keeper Joris Hale. “We rang every bell we had,” he said.',
    'Engineers had warned of seepage in a report filed in October, two people who read it told The Marrow Post.',
    'The water ministry denied that it had received the report.',
    'Rebuilding the dam will cost 48 million crowns, the governor’s office said. The valley road will stay closed until 12 March.',
    'Schools in Lower Venn are to reopen on Monday. Bakers in Ostin kept their ovens lit for the halls.',
    background,
  ],
});

export const wire = writeArticle({
  outlet: 'Kestrel Wire',
  host: 'kestrelwire.test',
  path: 'dispatch/alder-dam-fails',
  headline: 'Dam fails in Sorrel Valley, 14 dead',
  authors: ['Kestrel staff'],
  day: '2031-03-05',
  paragraphs: [
    'A dam above the Sorrel Valley failed early on Wednesday, killing 14 people, governor Mara Quill said.',
    'About 2,300 people were moved from Lower Venn, the rescue service said.',
    'The water ministry received a report on seepage at the dam in October, ministry spokeswoman Ada Finch said.',
    'The valley road is closed until 12 March. Trains to Sorrel Junction are running again.',
  ],
});

export const daily = writeArticle({
  outlet: 'Varn Daily',
  host: 'varndaily.test',
  path: 'news/alder',
  headline: 'Fourteen killed as dam fails above Lower Venn',
  day: '2031-03-05',
  wireCredit: 'Kestrel Wire',
  paragraphs: [
    'A dam above the Sorrel Valley failed early on Wednesday, killing 14 people, governor Mara Quill said.',
    'About 2,300 people were moved from Lower Venn, the rescue service said.',
    'The water ministry received a report on seepage at the dam in October, ministry spokeswoman Ada Finch said.',
  ],
});

export const herald = writeArticle({
  outlet: 'Ostin Herald',
  host: 'ostinherald.test',
  path: 'valley/dam-breach',
  headline: 'Death toll climbs to 19 in Sorrel Valley dam breach',
  authors: ['Petra Lind'],
  day: '2031-03-06',
  paragraphs: [
    'The death toll from the breach of the Alder Dam rose to 19 on Thursday, governor Mara Quill said.',
    background,
    'Some 3,100 residents of Lower Venn have been moved, according to the rescue service.',
    'The first cracks were noticed at 2:15 a.m., the dam’s operator said.',
    'Trains to Sorrel Junction are running again. A new dam would cost 60 million crowns, the operator said.',
    'Divers are looking for a lorry that was on the dam.',
  ],
});

export const courier = writeArticle({
  outlet: 'Lowland Courier',
  host: 'lowlandcourier.test',
  path: 'a/8812',
  headline: 'What we know about the Alder Dam',
  day: '2031-03-06',
  cut: { state: 'perhaps-cut', reasons: ['paywall-notice', 'ends-mid-sentence'] },
  paragraphs: [
    'The Alder Dam broke on Wednesday before sunrise. Nineteen people are dead, the governor said.',
    'Between 2,800 and 3,000 people left Lower Venn, police said. The valley road is to reopen on 20 March.',
    'Trains to Sorrel Junction are running again, and the',
  ],
});

export const bell = writeArticle({
  outlet: 'Evening Bell',
  host: 'eveningbell.test',
  path: 'venn',
  headline: 'Governor: dam rebuilding to cost 48 million',
  day: '2031-03-07',
  paragraphs: [
    'A new Alder Dam will cost 48 million crowns, governor Mara Quill said on Friday.',
    'The governor praised dam keeper Joris Hale, who rang the alarm at 3:40 a.m. A lorry seen on the dam is still missing.',
  ],
});

export const storyArticles = [post, wire, daily, herald, courier, bell];
