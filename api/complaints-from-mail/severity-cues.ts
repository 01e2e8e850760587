// Words that say how severe a complaint is.
import type { Complaint } from '#contract/complaint.ts';
import type { CueList } from './cue.ts';

export type Severity = Complaint['severity'];

const day =
  'heute|morgen|übermorgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mittag|wochenende';
const englishDay = 'today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|noon';

export const severityCues: readonly CueList<Severity>[] = [
  {
    means: 'high',
    weight: 2,
    patterns: `
      bis|vor ..2 ${day} ..4 ersatz~|nichts|zusage|material|monteur
      ersatz~|neulieferung ..4 bis|vor ..2 ${day}
      heute|sofort ..2 ersatz~
      bis ${day} ..1 brauche|brauchen
      ${day} ..3 ist|wäre abnahme
      abnahme ..3 ${day}
      baustelle|produktion|montage|anlage|betrieb|bau|linie|kolonne|band ..1 steht|stehen|ruht
      steht ..2 still|linie
      baustelle|produktion|linie|montage ..2 angehalten|gestoppt|eingestellt|stillgelegt
      leute|mann|kolonne|fitters|crews ..3 stehen|herum|idle|standing
      stillstand~|produktionsausfall~|stillgelegt
      unfall~|verletz~|krankenhaus|brandgefahr
      sicherheitsrisiko~|sicherheitsrelevant~|lebensgefährlich~|gefährlich~|lebensgefahr
      gefahr für|fuer
      fluchtweg~|rettungsweg~
      rechtsanwalt~|anwalt~|schadenersatz~|schadensersatz~|vertragsstrafe~|konventionalstrafe
      trete|treten ..4 vertrag zurück
      rücktritt vom
      letzte frist
      zusammenarbeit ..2 beenden
      beenden ..2 zusammenarbeit
      lieferantenliste
      kaufe|kaufen ..2 woanders
      aufsichtsbehörde
      abgesperrt|gesperrt ..3 haus|tor|baustelle|eingang|gerüst
      premiere|eröffnung ..4 fällt|abgesagt|absagen|geplatzt
      berufsgenossenschaft|tüv|feuerwehr
      hof|haus|schaden ..1 geltend
      umsatzausfall
      löhne
      production ..2 down|stopped|still
      standstill
      injured|injury|wrist|hurt|hospital
      dangerous|unsafe|safety risk
      lawyer|solicitor|penalty|penalties|damages
      legal team|action|steps
      fire ..1 brigade|officer|doors
      replacement|replacements|them|material|set ..4 by|before ${englishDay}
      by|before ${englishDay} ..2 latest|cancel|otherwise
      opens|open|inspector|inspection|comes ..2 ${englishDay}
      we|i cancel
      business elsewhere
      supplier list
      within the hour
      get ..3 here overnight|today|tonight`,
  },
  {
    means: 'high',
    weight: 1,
    patterns: `
      dringend~|urgent|urgently
      sofort|sofortige|sofortigen
      heute noch|schriftlich
      noch heute
      heute ..3 zusage|rückruf|anruf|jemanden
      umgehend~|unverzüglich~|schnellstens
      so schnell wie
      immediate|immediately|asap
      as soon as
      today please
      letzte|letzter|last chance
      haftet|haften|haftung
      schaden|schäden|folgen ..3 geltend|haben
      kunde|bauherr ..3 droht|verklagt
      wenn ..8 nicht ..6 sonst|dann
      andernfalls|otherwise
      eskalieren|escalate|geschäftsleitung|geschäftsführung|director
      premiere|eröffnung|abnahme|prüfung|inspector|inspection
      tagessatz|mehrkosten
      auf ..2 kosten
      übermorgen|morgen früh|mittag
      klinik~|kita|kindergarten|schule|hospital|school`,
  },
  {
    means: 'low',
    weight: 2,
    patterns: `
      nicht eilig|schlimm|tragisch|dramatisch
      eilt ..2 nicht|net|ned
      keine|ohne|ka|koa eile|eil
      bei gelegenheit
      kleinigkeit~|kleiner hinweis|tipp
      kleine unstimmigkeit|sache|macke|delle
      keine große|grosse sache|geschichte
      kein drama|problem|beinbruch
      nichts|nix wildes|schlimmes|dramatisches
      schönheitsfehler~
      nur|rein ..1 optisch~
      nur ..2 info|rückmeldung|gemeldet|melden|sagen|hinweis|tipp
      wollte ..2 nur|gesagt
      fürs|für das|die nächste|nächstes|zukunft mal|moi
      beim nächsten mal
      merkt|sieht ..2 keiner|kaum|niemand|mensch
      sieht man ..1 kaum
      pressiert ..1 nicht|net|ned
      können wir|mir leben
      muss|müsst aber nicht
      irgendwann ..1 mal
      geschenkt
      stört ..1 nur|nicht|kaum
      nix|nichts wildes
      wir hatten puffer
      no rush|hurry|drama|harm
      not ..1 urgent|worth|bothered
      when|whenever you|it ..2 moment|time|suits
      minor|cosmetic|trivial
      only ..2 flagging|fyi|mention
      just|only ..2 feedback|mention|thought|flag|flagging
      thought ..2 want
      mild annoyance
      no need to
      you may|might want|look
      happy to keep
      could be improved`,
  },
  {
    means: 'low',
    weight: 1,
    patterns: `
      etwas|bisschen|wenig ramponiert|aufpassen|später
      hinweis|rückmeldung|feedback|schönheit
      cent|pence
      tiny|slight|small|little
      kleine|kleiner|kleinen|kleines
      some day`,
  },
];
