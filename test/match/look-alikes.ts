import type { Article } from '../../src/model/article';
import { article, inventedWord, randomNumbers } from './stories';

/** What tells one incident from its hundred like. */
interface Incident {
  place: string;
  region: string;
  people: string[];
  day: string;
  weekday: string;
  month: string;
  dayOfMonth: number;
  hour: number;
  numbers: number[];
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** Incidents of one kind, some five a week, in places of a few regions. */
function incident(number: number, turn: number, random: () => number): Incident {
  const name = (offset: number) => capital(inventedWord(20_000 + number * 40 + offset));
  const date = new Date(Date.UTC(2031, 2, 1 + Math.floor(turn * 1.5)));
  const numbers = Array.from({ length: 6 }, () => 2 + Math.floor(random() * 90));
  return {
    place: name(1),
    region: capital(inventedWord(90_000 + (turn % 5) * 700)),
    people: [2, 3, 4, 5].map((offset) => `${name(offset)} ${name(offset + 10)}`),
    day: date.toISOString().slice(0, 10),
    weekday: weekdays[date.getUTCDay()]!,
    month: months[date.getUTCMonth()]!,
    dayOfMonth: date.getUTCDate(),
    hour: 1 + Math.floor(random() * 11),
    numbers,
  };
}

type Report = (incident: Incident) => { headline: string; paragraphs: string[] };

/** Two reports of each kind of incident by two outlets, which write all their reports of the kind to one pattern. */
const kinds: Record<string, [Report, Report]> = {
  earthquakes: [
    ({ place, region, people, weekday, hour, numbers }) => ({
      headline: `Earthquake of magnitude ${(numbers[0]! % 30) / 10 + 3} shakes ${place}`,
      paragraphs: [
        `An earthquake of magnitude ${(numbers[0]! % 30) / 10 + 3} struck ${numbers[1]} kilometres north of ${place} in ${region} province at ${hour}.${numbers[2]! % 60} a.m. on ${weekday}, the seismological office said.`,
        `The quake was ${numbers[3]} kilometres deep and was felt in several towns. ${numbers[4]} houses were damaged and ${numbers[5]} people were treated for injuries, according to ${people[0]}, head of the rescue service.`,
        'No warning of a sea wave was issued. The office asked residents to report what they had felt and to keep away from damaged buildings.',
      ],
    }),
    ({ place, region, people, weekday, numbers }) => ({
      headline: `${numbers[5]} hurt as quake damages homes near ${place}`,
      paragraphs: [
        `At least ${numbers[5]} people were injured when a magnitude ${(numbers[0]! % 30) / 10 + 3} earthquake hit the area around ${place} early on ${weekday}, officials in ${region} said.`,
        `Residents ran into the streets in their night clothes. "The whole house was shaking," said ${people[1]}, a baker. Rescue chief ${people[0]} put the number of damaged houses at ${numbers[4]}.`,
        'Schools stay closed until engineers have looked at the buildings. The region lies on a fault and is often shaken.',
      ],
    }),
  ],
  shootings: [
    ({ place, people, weekday, hour, numbers }) => ({
      headline: `Man shot dead outside bar in ${place}`,
      paragraphs: [
        `A ${numbers[0]}-year-old man was shot dead outside a bar in ${place} shortly after ${hour} a.m. on ${weekday}, police said. A second man was taken to hospital with wounds to the leg.`,
        `The victim was named as ${people[0]}. Officers arrested ${people[1]}, ${numbers[1]}, some ${numbers[2]} minutes later, said police spokeswoman ${people[2]}.`,
        'Police asked witnesses to come forward. The bar remained closed and the street was sealed off while investigators searched for evidence.',
      ],
    }),
    ({ place, region, people, weekday, numbers }) => ({
      headline: `Police arrest suspect, ${numbers[1]}, after deadly shooting`,
      paragraphs: [
        `Police in ${place}, ${region}, have arrested a ${numbers[1]}-year-old suspect in the killing of ${people[0]}, who died of gunshot wounds early on ${weekday}.`,
        `${people[1]} did not resist arrest, a spokeswoman, ${people[2]}, said. Investigators believe that the two men had quarrelled inside the bar.`,
        'Neighbours left flowers and candles at the scene. The prosecutor is expected to bring charges within days.',
      ],
    }),
  ],
  matches: [
    ({ place, region, people, weekday, numbers }) => ({
      headline: `${place} beat ${region} United ${(numbers[0]! % 4) + 2}-${numbers[1]! % 2}`,
      paragraphs: [
        `${people[0]} scored twice as ${place} beat ${region} United ${(numbers[0]! % 4) + 2}-${numbers[1]! % 2} in front of a home crowd on ${weekday} and stayed in the race for the title.`,
        `The striker put the hosts ahead after ${numbers[2]} minutes and scored again from the penalty spot before half-time. ${people[1]} was sent off for a second yellow card.`,
        `"We deserved the three points," said coach ${people[2]}. The visitors have now lost three matches in a row and dropped to the bottom of the table.`,
      ],
    }),
    ({ place, region, people, numbers }) => ({
      headline: `${people[0]!.split(' ')[1]} double sinks ${region} United`,
      paragraphs: [
        `Two goals by ${people[0]} gave ${place} a deserved victory over ${region} United, who had ${people[1]} sent off after ${numbers[3]} minutes.`,
        `Coach ${people[2]} praised his striker, who has scored in each of his last matches. The first goal came in minute ${numbers[2]}, the second from a penalty.`,
        'The defeat leaves the visitors in deep trouble with only a few matches of the season left to play.',
      ],
    }),
  ],
  accidents: [
    ({ place, region, people, weekday, hour, numbers }) => ({
      headline: `Bus overturns near ${place}, ${numbers[0]} injured`,
      paragraphs: [
        `A bus with ${numbers[1]! + 20} passengers left the road and overturned near ${place} in ${region} at about ${hour} p.m. on ${weekday}, injuring ${numbers[0]} people, the fire service said.`,
        `The driver, ${people[0]}, ${numbers[2]}, told officers that the brakes had failed on a steep stretch of the road. ${numbers[3]} of the injured were in a serious condition.`,
        'The road was closed for several hours. The cause of the accident is being investigated.',
      ],
    }),
    ({ place, people, weekday, numbers }) => ({
      headline: `Brakes blamed for bus crash at ${place}`,
      paragraphs: [
        `Failed brakes may have caused the crash of a bus that overturned close to ${place} on ${weekday} with ${numbers[1]! + 20} people aboard, the operator said.`,
        `Doctors were treating ${numbers[0]} people, ${numbers[3]} of them seriously hurt. ${people[0]}, who was at the wheel, escaped with bruises, said ${people[1]} of the fire service.`,
        'It is the latest in a series of bus accidents in the mountains. The transport ministry promised stricter checks.',
      ],
    }),
  ],
};

/**
 * Invented incidents that read alike: of each kind the given number, and of each incident two reports, in two patterns
 * that are the same for all of the kind. Only places, people, days and figures tell them apart.
 */
export function lookAlikes(
  perKind: number,
  dated: boolean,
): { articles: Article[]; incidentOf: Map<string, string> } {
  const random = randomNumbers(7);
  const articles: Article[] = [];
  const incidentOf = new Map<string, string>();
  Object.entries(kinds).forEach(([kind, reports], at) => {
    for (let number = 0; number < perKind; number++) {
      const told = incident(at * 1_000 + number, number, random);
      reports.forEach((report, outlet) => {
        const made = article({
          ...report(told),
          address: `https://outlet-${outlet}.test/${kind}/${number}`,
          outlet: `Outlet ${outlet}`,
          ...(dated ? { day: told.day } : {}),
        });
        articles.push(made);
        incidentOf.set(made.id, `${kind} ${number}`);
      });
    }
  });
  return { articles, incidentOf };
}
