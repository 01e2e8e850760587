// Words that say what is wrong: service, and what is none of the other categories.
import type { Category } from './goods-cues.ts';
import type { CueList } from './cue.ts';

export const serviceCues: readonly CueList<Category>[] = [
  {
    means: 'service',
    weight: 2,
    patterns: `
      unfreundlich~|frech|angeschrien|patzig~|pampig|unhöflich
      niemand|keiner ..4 erreichbar|zurückgerufen|gemeldet|ran|bescheid|zuständig|gekommen|angeschaut
      gemeldet ..2 keiner|niemand
      rief|ruft ..3 nicht zurück
      nicht ..1 zurückgerufen
      techniker|monteur|notdienst ..4 nicht|nix|nichts|nie|niemand
      schlechter|schwacher|mieser service|kundendienst
      schlecht|falsch beraten
      ohne dass ..4 sperrt|schließt|funktioniert|geht
      vertröstet~
      warteschleife~|bandansage~|hotline
      schmeißt|wirft ..3 raus
      unbeantwortet~
      keine reaktion|rückmeldung|antwort
      kurz angebunden
      falsche auskunft|beratung
      abholung ..6 erschienen
      zur reparatur ..3 wochen|tage|monate
      wochen|tagen|monaten ..5 reparatur
      jedes mal ..3 andere|neues|hieß
      nachgefragt ..4 hieß
      poor|bad|terrible|awful service|advice
      rude|attitude|apology
      never|not called|rang|phoned back
      nobody ..2 called|answers|answered|replied|replies|rings|cares
      no one ..2 called|answers|answered|replied|replies|rings|cares
      on hold
      cut off
      unanswered
      wrong|poor advice
      were|was told ..8 says|45
      left ..1 messages
      ticket ..2 answers|answer
      trainer|engineer|fitter ..4 left|rude|late
      different story`,
  },
  {
    means: 'service',
    weight: 0.5,
    patterns: `
      erreichen|erreichbar|telefon|zentrale|rückruf|zurückrufen|angerufen
      techniker|monteur|hausmeister|berater|theke|kundendienst|service|schulung|einweisung|beratung
      reparatur|retoure|portal|shop|online|app
      niemand|keiner
      auskunft|beraten|versichert
      answer|answers|reply|replies|called|messages|phone|hotline|counter|engineer|fitter|trainer|training|repair|ticket|portal
      nobody`,
  },
  {
    means: 'other',
    weight: 2,
    patterns: `
      trotz ..1 widerspruch~
      datenpanne|datenschutzverletzung|datenschutzverstoß
      unterlassen sie
      so geht|kann ..2 nicht weiter|weitergehen
      unterbinden sie
      verpackungsmüll|plastikmüll
      geschäftsschädigend|gelogen
      katalog|homepage|website|internet ..6 falsch|stimmen|stimmt|vertauscht|obwohl
      öffnungszeiten ..4 anpassen|falsch|stimmen
      lieferwagen ..3 steht|parkt
      an fremde
      maßlos enttäuscht
      sind|bin ..5 unzufrieden
      läuft ..5 schief
      never been treated
      respect my objection
      stop calling|sending
      breach of
      packaging waste
      noise from
      accumulation`,
  },
  {
    means: 'other',
    weight: 0.5,
    patterns: `
      widerspruch~|werbefax~|werbung
      daten|aufsichtsbehörde|datenschutz~
      müll|lärm|lärmbelästigung|parken|einfahrt|ausfahrt
      kundenliste|wettbewerber|mitbewerber|vertreter|außendienst
      löschen|gelöscht
      website|site|typo|noise|lorries|privacy|competitor|objection|customer for`,
  },
];
