import { type Gender, wordSet } from '../language';

const men = wordSet(
  'mr sir lord king prince duke chairman spokesman congressman councilman assemblyman businessman policeman fireman ' +
    'actor father brother husband son james john robert michael mike william bill david richard dick joseph joe thomas tom ' +
    'charles daniel dan matthew matt anthony tony mark donald don steven stephen steve paul andrew joshua kenneth ken kevin ' +
    'brian george edward ed ronald ron timothy tim jason jeffrey jeff ryan jacob gary nicholas nick eric jonathan larry ' +
    'justin scott brandon benjamin ben samuel sam gregory greg frank patrick raymond ray jack dennis jerry tyler aaron jose ' +
    'henry adam douglas doug nathan peter pete zachary kyle walter ethan jeremy harold keith christian roger noah gerald carl ' +
    'terry sean austin arthur lawrence jesse dylan bryan bruce albert willie gabriel juan billy ralph eugene russell bobby ' +
    'philip phil harry vincent johnny howard fred ernest luis carlos antonio miguel pedro jorge manuel francisco mohammed ' +
    'muhammad mohamed ahmed ali hassan ibrahim omar khalid abdullah mahmoud yusuf ivan vladimir sergei dmitry alexei mikhail ' +
    'boris igor oleg viktor hans klaus wolfgang jean pierre jacques francois marco giovanni luca matteo bob jim rob rick chuck ' +
    'barack bernie mitch newt mitt ted marco rand rudy chris hugh nigel graham simon neil ian colin gordon alan allen martin ' +
    'stuart derek trevor liam connor oliver leo max felix lars erik sven bjorn olaf anders andre piotr pavel tomasz',
);

const women = wordSet(
  'mrs ms miss lady queen princess duchess chairwoman spokeswoman congresswoman councilwoman actress businesswoman mother ' +
    'sister wife daughter mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret ' +
    'sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen ' +
    'amy angela shirley anna brenda pamela emma nicole helen samantha katherine catherine christine debra rachel carolyn janet ' +
    'maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea ' +
    'cheryl hannah jacqueline martha gloria teresa ann anne sara madison frances kathryn janice jean abigail alice julia judy ' +
    'sophia grace denise amber doris marilyn danielle beverly isabella theresa diana dianne natalie brittany charlotte marie kayla ' +
    'alexis lori hillary kellyanne ivanka melania nikki sonia ruth elena elise kamala ilhan rashida tulsi amy maxine loretta ' +
    'fatima aisha leila zainab mariam amina olga natalia svetlana tatiana irina yulia ingrid astrid greta ursula angela ' +
    'claudia sofia lucia carmen isabel ana rosa elsa eva lena nina sue jane kate kathy liz beth wendy tina tracy paula ' +
    'theresa jill jenny fiona lucy chloe zoe claire sally penny rosie joanna helena monica laura jan janine joan dana veronica bridget sheila',
);

/** Given names that are both ("jean", "leslie") tell nothing. */
export const englishGenders: ReadonlyMap<string, Gender> = new Map<string, Gender>(
  [
    ...[...men].map((name) => [name, 'male'] as const),
    ...[...women].map((name) => [name, 'female'] as const),
  ].filter(([name]) => !(men.has(name) && women.has(name))),
);
