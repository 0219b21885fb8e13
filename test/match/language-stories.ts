interface Story {
  headline: string;
  day: string;
  paragraphs: string[];
}

/** Invented events in five languages: `a` and `b` report one, `c` another of the same kind at another place and time. */
export const stories: Record<'de' | 'es' | 'fr' | 'ar' | 'ja', Record<'a' | 'b' | 'c', Story>> = {
  de: {
    a: {
      headline: 'Brand in der Glashütte Mahrendorf: 17 Verletzte',
      day: '2031-06-12',
      paragraphs: [
        'Bei einem Großbrand in der Glashütte von Mahrendorf sind am Donnerstag 17 Arbeiter verletzt worden, zwei von ihnen schwer. Das teilte der Leiter der Feuerwehr, Jörg Temmelin, mit.',
        'Das Feuer brach nach Angaben der Betreiberin Lautnitzer Glas gegen 5.20 Uhr an Ofen drei aus und griff auf das Dach der Halle über.',
        'Temmelin sagte, 140 Feuerwehrleute seien im Einsatz gewesen. Die Bundesstraße nach Ostwerda blieb bis zum Mittag gesperrt.',
        'Der Schaden wird auf acht Millionen Kronen geschätzt. Die Gewerkschaft hatte erst im April vor Mängeln an den Öfen gewarnt.',
      ],
    },
    b: {
      headline: 'Feuer zerstört Halle der Lautnitzer Glas',
      day: '2031-06-12',
      paragraphs: [
        'Ein Feuer hat am frühen Donnerstagmorgen eine Produktionshalle der Lautnitzer Glas in Mahrendorf zerstört. 17 Menschen erlitten Verletzungen, wie Einsatzleiter Temmelin berichtete.',
        'Zwei Schwerverletzte wurden in die Klinik nach Ostwerda geflogen. Ausgegangen sei der Brand von einem Schmelzofen in der Glashütte.',
        'Anwohner sollten Fenster geschlossen halten. Der Bürgermeister von Mahrendorf dankte den 140 Helfern.',
      ],
    },
    c: {
      headline: 'Brand in Sägewerk bei Kleinfurt',
      day: '2031-03-02',
      paragraphs: [
        'Ein Brand in einem Sägewerk bei Kleinfurt hat am Sonntag zwei Arbeiter leicht verletzt. Das sagte Feuerwehrchefin Anke Volbering.',
        'Die Flammen griffen auf ein Holzlager über; 60 Feuerwehrleute löschten bis in die Nacht. Der Schaden liegt bei 400.000 Kronen.',
        'Die Landstraße nach Hohenbach war für Stunden gesperrt.',
      ],
    },
  },
  es: {
    a: {
      headline: 'Vuelca un autobús escolar cerca de Valdemora y deja 23 heridos',
      day: '2031-10-08',
      paragraphs: [
        'Un autobús escolar volcó este miércoles en la carretera de Valdemora a Puerto Cillas y 23 alumnos resultaron heridos, informó la alcaldesa Remedios Ortuela.',
        'El vehículo, de la empresa Transcillas, se salió de la calzada a las 7.45 al esquivar un rebaño junto al puente del río Lebrón.',
        'Cuatro de los niños fueron trasladados al hospital de Puerto Cillas; ninguno corre peligro, según el médico Saúl Bermín.',
        'La empresa dijo que el conductor llevaba doce años en esa ruta y que el autobús había pasado la revisión en agosto.',
      ],
    },
    b: {
      headline: 'Veintitrés alumnos heridos al volcar su autobús en el puente del Lebrón',
      day: '2031-10-08',
      paragraphs: [
        'El autobús que llevaba al colegio a los niños de Valdemora volcó a primera hora del miércoles junto al puente del Lebrón. Hay 23 heridos, cuatro de ellos ingresados en Puerto Cillas.',
        'La alcaldesa Ortuela acudió al lugar y pidió que se valle la carretera. El conductor de Transcillas declaró que intentó evitar unas ovejas.',
        'Saúl Bermín, jefe de urgencias, confirmó que todos los pequeños están fuera de peligro.',
      ],
    },
    c: {
      headline: 'Choca un autobús turístico en Monte Arjón',
      day: '2031-01-19',
      paragraphs: [
        'Un autobús de turistas chocó el domingo contra un muro en Monte Arjón y seis viajeros sufrieron heridas leves, informó la policía local.',
        'El conductor, de la compañía Sierraluz, dio negativo en la prueba de alcohol. La carretera a Fontelar quedó cortada dos horas.',
        'El alcalde, Braulio Sentín, anunció que se instalarán espejos en la curva.',
      ],
    },
  },
  fr: {
    a: {
      headline: 'Le barrage de Vernoux fermé après la découverte d’une fissure',
      day: '2031-11-21',
      paragraphs: [
        'La préfète Solange Mireval a ordonné vendredi la fermeture de la route du barrage de Vernoux, après la découverte d’une fissure de 14 mètres dans le mur nord.',
        'Quelque 2 300 habitants de Saint-Orban, en aval, ont été priés de quitter leurs maisons avant 18 heures. Le niveau du lac sera abaissé de six mètres.',
        'L’exploitant Hydralpes assure que l’ouvrage, mis en service en 1962, ne menace pas de céder. Ses plongeurs inspecteront le mur dès samedi.',
        'Le maire de Saint-Orban, Étienne Caudrel, a ouvert le gymnase et deux écoles.',
      ],
    },
    b: {
      headline: 'Saint-Orban évacué sous le barrage fissuré',
      day: '2031-11-22',
      paragraphs: [
        'Les 2 300 habitants de Saint-Orban ont passé la nuit loin de chez eux : une fissure longue de 14 mètres est apparue vendredi dans le barrage de Vernoux.',
        '« Je ne prends aucun risque », a dit la préfète Mireval. Hydralpes vide une partie du lac et parle d’une mesure de précaution.',
        'Étienne Caudrel, le maire, espère un retour avant mercredi.',
      ],
    },
    c: {
      headline: 'Un pont fermé à Malbrac à cause d’une fissure',
      day: '2031-05-06',
      paragraphs: [
        'Le pont de Malbrac est fermé depuis mardi : une fissure de deux mètres a été vue sur une pile, a annoncé le département.',
        'Les 800 automobilistes qui l’empruntent chaque jour passeront par Courtenac. Les travaux coûteront 300 000 couronnes, selon l’ingénieur Paul Descarde.',
        'Une passerelle pour les piétons sera posée en juin.',
      ],
    },
  },
  ar: {
    a: {
      headline: 'غرق عبارة قبالة ميناء الزهيرة ونجاة 86 راكبا',
      day: '2031-04-09',
      paragraphs: [
        'غرقت العبارة نورس صباح الأربعاء قبالة ميناء الزهيرة ونجا جميع ركابها البالغ عددهم 86 شخصا، بحسب ما أعلن قائد خفر السواحل سليم الوردان.',
        'وقال الوردان إن العبارة اصطدمت بصخور جزيرة المرسال في ضباب كثيف عند الساعة الخامسة والنصف، وإن زوارق الصيادين وصلت أولا.',
        'وأضافت شركة البحر الهادئ المالكة للعبارة أن القبطان حازم التلال أمر بإنزال قوارب النجاة فورا.',
        'ونقل تسعة ركاب إلى مستشفى الزهيرة بسبب البرد.',
      ],
    },
    b: {
      headline: 'نجاة ركاب العبارة نورس بعد اصطدامها بالصخور',
      day: '2031-04-09',
      paragraphs: [
        'نجا 86 راكبا كانوا على متن العبارة نورس بعد أن اصطدمت بصخور جزيرة المرسال وغرقت يوم الأربعاء قرب الزهيرة.',
        'وذكر خفر السواحل على لسان سليم الوردان أن الضباب حال دون رؤية الصخور. وشكر الوردان الصيادين الذين أنقذوا معظم الركاب.',
        'وقالت شركة البحر الهادئ إنها فتحت تحقيقا مع القبطان حازم التلال.',
      ],
    },
    c: {
      headline: 'حريق في سوق الخشب بمدينة رأس العين الجديدة',
      day: '2031-08-15',
      paragraphs: [
        'اندلع حريق مساء الجمعة في سوق الخشب بمدينة رأس السنديان وأصيب ثلاثة باعة بحروق طفيفة، كما قال رئيس البلدية مروان الكاسر.',
        'وأخمد رجال الإطفاء النيران بعد أربع ساعات، وقدرت الخسائر بمليون دينار.',
      ],
    },
  },
  ja: {
    a: {
      headline: '鳴瀬川の堤防が決壊、真砂町で住宅120棟浸水',
      day: '2031-09-17',
      paragraphs: [
        '大雨の影響で17日未明、鳴瀬川の堤防が真砂町の黒森地区で約30メートルにわたって決壊し、住宅120棟が浸水した。',
        '真砂町の柿本町長は午前6時に記者会見し、住民4500人に避難指示を出したと述べた。町立体育館には約800人が身を寄せている。',
        '消防によると、屋根に取り残された11人がヘリコプターで救助された。けが人は2人で、いずれも軽傷という。',
        '県は自衛隊に災害派遣を要請した。',
      ],
    },
    b: {
      headline: '真砂町で堤防決壊、4500人に避難指示',
      day: '2031-09-17',
      paragraphs: [
        '17日午前3時ごろ、真砂町を流れる鳴瀬川の堤防が壊れ、黒森地区の住宅などおよそ120棟が水につかった。',
        '町は4500人に避難指示を出し、柿本町長は「命を守る行動をとってほしい」と呼びかけた。',
        '屋根の上に逃れた11人はヘリコプターに救助された。鳴瀬川の水位は正午までに下がる見込み。',
      ],
    },
    c: {
      headline: '青柳市の工場で火災、従業員3人けが',
      day: '2031-02-04',
      paragraphs: [
        '4日夕方、青柳市の菓子工場で火災があり、従業員3人がやけどを負った。',
        '消防によると、乾燥機付近から出火したとみられ、約2時間後に消し止められた。工場長の牧野さんは「原因を調べたい」と話した。',
      ],
    },
  },
};
