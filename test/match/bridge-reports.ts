import type { Draft } from './stories';

/** The paragraphs of `wire`. */
export const bridge = [
  'The old rope bridge over the Tarn gorge gave way on Tuesday evening while a wedding party was crossing, sending eleven people into the river below, the mayor of Ostrel said.',
  'Nine of them were pulled out by fishermen within minutes. Two men, a cousin of the bride and a hired musician, were still missing at nightfall.',
  '“We heard a crack like a rifle shot and then nothing but screaming,” said Ilda Marrow, who keeps the toll house at the eastern end.',
  'Inspectors had asked for the ropes to be replaced in March, but the council put the work off until after the harvest for want of money.',
  'The crossing is the only way between the two halves of the valley that does not take a day, and some three hundred children use it to reach their school.',
  'A ferry will run from Thursday, the council said, and a steel span promised eight years ago is to be built next spring.',
];

/** The report that others copy. */
export const wire: Draft = {
  address: 'https://valley-courier.test/bridge',
  outlet: 'Valley Courier',
  headline: 'Eleven fall into river as rope bridge gives way in Ostrel',
  day: '2031-05-06',
  paragraphs: bridge,
};

/** Another outlet's own report of the same event, with one quotation in common. */
export const own: Draft = {
  address: 'https://coast-mail.test/ostrel',
  outlet: 'Coast Mail',
  headline: 'Wedding guests thrown into gorge',
  day: '2031-05-07',
  paragraphs: [
    'Divers searched the Tarn through the night for two wedding guests who vanished when the footbridge at Ostrel tore loose.',
    '“We heard a crack like a rifle shot and then nothing but screaming,” the toll keeper, Ilda Marrow, told this newspaper.',
    'Our reporter counted four broken strands on the western anchor. A carpenter who repaired it last autumn said he had warned that the timber there was rotten through.',
    'Relatives gathered at the chapel, where the bride’s father thanked the boatmen and refused to speak of blame.',
    'The provincial engineer is due on Friday. Similar bridges at Holm and Varre have been shut until he has looked at them.',
  ],
};
