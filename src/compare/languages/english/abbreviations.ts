/** English abbreviations written with a full stop that does not end a sentence, lower case, without the stop. */
export const englishAbbreviations: ReadonlySet<string> = new Set(
  (
    'mr mrs ms messrs dr drs prof profs gen gens maj lt lts col cols capt cpt sgt cpl pvt sen sens rep reps gov govs ' +
    'adm cmdr rev msgr hon pres supt det const insp dep dist asst ald v st jr sr co corp ' +
    'inc ltd no vs jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun mt ' +
    'ft ave blvd rd approx est etc al calif fla ariz conn mass tenn wash pa ill mich minn ky ga va ala okla colo ' +
    'ark mont del ore wis tex kan neb nev ind miss mo vt la md dept univ fig vol brig atty e.g i.e'
  ).split(' '),
);
