// Words that say what is wrong with goods: defects and wrong deliveries.
import type { Complaint } from '#contract/complaint.ts';
import type { CueList } from './cue.ts';

export type Category = Complaint['category'];

export const goodsCues: readonly CueList<Category>[] = [
  {
    means: 'product_defect',
    weight: 2,
    patterns: `
      verlier|verliert|verlieren ..3 öl
      öl verliert|verlieren
      läuft|laufen ..1 öl
      läuft|laufen|lief ..2 aus
      ~ölverlust
      defekt~
      kaputt~
      mangelhaft~
      undicht~
      materialfehler~|produktionsfehler~|fabrikationsfehler~|serienfehler~|verarbeitungsfehler~
      funktionier~ ..3 nicht|nimmer|net|ned
      funktionier~ ..3 nicht mehr
      funktionier~ ..1 nie
      schließt|schließen ..3 nicht|nimmer|net|ned|schlecht
      schließt|schließen ..3 nicht mehr
      geht|gehen ..2 nicht|nimmer|net|ned|nie mehr|an|zu|auf|richtig
      geht|gehen nicht|nimmer|net|ned|einfach an|zu|auf|aus
      lässt|lassen ..3 nicht ..2 öffnen|schließen|regeln|einstellen|verriegeln|drehen|abschließen|montieren
      lässt|lassen sich ..3 nicht|kaum ..2 mehr|öffnen|schließen
      löst|lösen ..4 nicht ..1 aus
      sperrt|sperren ..5 nicht
      dreht|drehen ..5 leer|durch|mit|weg
      reißt|reißen|bricht|brechen ..3 ab|aus|durch
      drehen|dreht ..4 köpfe
      zieht|ziehen ..3 raus|heraus
      hält|halten ..4 nicht|kaum|schlecht ..1 mal|richtig|so|auf|dolle
      greift|greifen ..2 nicht
      bleibt|bleiben ..4 weich|stehen|hängen|drin|stecken|klebrig
      ~riss|haarriss~|risse ..4 aufgefallen|gefunden|entdeckt|am|an|im
      hochgegangen|explodiert|geplatzt|durchgebrannt|geschmort|verschmort
      wasser ..1 gezogen
      blättert|blättern|platzt ..3 ab
      taugt|taugen ..1 nichts|nix|net|ned
      spinnt|spinnen
      reversier~ ..2 ohne
      wackelkontakt~
      ausfall|ausgefallen|ausfälle
      getriebe ..1 fest|hin|kaputt
      defective|faulty
      leak|leaks|leaking|leaked
      leak|leaks|leaking|leaked oil
      doesnt|didnt|dont|wont|not ..1 work|close|open|latch|lock|respond|charge|start|hold
      does|do|will|did not ..2 work|close|open|latch|lock|respond|charge|start|hold|detect
      stopped|quit ..1 working
      malfunction~
      snapped|cracked|shattered ..3 at|while|under|in|on
      comes|came|coming|come off|apart|loose
      stays|stay|staying ..1 soft|sticky|open
      trigger|motor|lock|handle|switch|button|door ..1 sticks|jams|jammed|stuck
      gave way
      falls|falling|fell apart
      runs ..2 itself
      none ..5 works|work|detects|detect|responds
      failing|failed ..4 after|on|within|twice|again
      wobble|wobbles|wobbling|wobbly
      shrunk|shrinking|warped|peeling|flaking|rusting`,
  },
  {
    means: 'product_defect',
    weight: 1,
    patterns: `
      mangel|mängel|mängeln|mängelanzeige~
      klemmt|klemmen|hakt|haken|klappert|klappern|quietscht|quietschen|schnarrt|brummt|eiert|wackelt|wackeln|knackt|rattert|scheppert|schleift
      abgebrochen~|durchgebrochen~|gebrochen~|gerissen|eingerissen|angebrochen
      verzogen~|krumm~|schief
      rostig~|verrostet~|rostet|rosten|rost
      fehlerhaft~|porös~
      haarriss~
      kratzer|macke|macken|matte stelle
      farbabweichung~|farbunterschied~
      ton ..1 dunkler|heller
      lochbild~ ..4 daneben|falsch
      sitzen|sitzt|liegt|liegen ..4 daneben|fest
      aufgequollen~|blasen
      bröselt|bröckelt|bröseln|blättert
      beschlägt|tropft|tropfen|leckt
      geräusch|geräusche
      verkantet|blockiert|blockieren
      fällt|fallen ..1 ungebremst|zu
      winkel ..1 raus|verzogen
      leuchtet|reagiert|schaltet ..2 nicht|nichts|nix
      läuft|laufen ..3 schwer|unrund|nicht
      bleiben|bleibt ..3 stehen
      broken|cracked|rusty|bent|blemish|sloppy|porous
      jam|jams|jammed|stuck|sticks
      mark ..3 finish
      came|come ..2 apart
      not ..2 fit|align|match
      rattles|rattling|squeaks|squeaking|noisy|slippery
      loose|draughts|draughty`,
  },
  {
    means: 'product_defect',
    weight: 0.5,
    patterns: `
      garantie|garantiefall~|gewährleistung~|warranty
      hersteller|werk|manufacturer|factory|datenblatt`,
  },
  {
    means: 'wrong_delivery',
    weight: 2,
    patterns: `
      falsch~ ..1 geliefert~|gelieferte
      falsche|falschen|falscher|falsches ..1 ware|artikel|größe|farbe|menge|ausführung|modell|teil|teile|länge|baulänge|maß|maße|seite|lieferung|zylinder|typ|sorte
      falschlieferung~|fehllieferung~|fehlmenge~|minderlieferung~|mindermenge|verwechslung
      nicht ..1 bestellt~
      ned|net|nie bestellt~
      zu wenig
      fehlt|fehlen ..3 #
      fehlt|fehlen ..3 # stück|stk|pakete|kartons|meter
      fehlt|fehlen ..1 pos|position|teile|beschläge|schrauben
      # ..2 fehlen|fehlt
      fehlte|fehlten
      unvollständig~ ..1 lieferung|geliefert|angekommen
      nicht komplett|vollständig
      statt|anstatt ..5 gekommen|geliefert|bekommen|kamen|kam|geschickt|kemma|drin
      statt|anstatt der|des|dem ..2 bestellten|bestellte
      # ..1 statt|anstatt # ..1 stück|stk|bänder
      # bestellt ..2 # ..3 bekommen|geliefert|gekommen
      bestellt ..6 bekommen|gekommen|geschickt|geliefert
      vertauscht~
      nicht ..2 bestellte|bestellten
      fehlteil~
      ohne ..3 geliefert|gekommen
      links|rechts statt
      messing|edelstahl|a2|a4|torx statt
      ist|war|waren|lag|lagen ..3 nicht ..1 dabei|enthalten|drin
      keine|kein|keinen ..4 dabei|drin|enthalten
      wrong ..1 item|items|article|articles|size|sizes|colour|color|quantity|goods|product|products|part|parts|delivery|length|hand|type|ones|cylinders|finish
      not ..2 what|ones|one we|i ordered|asked
      not ..2 cylinders|ones|items|what we|i asked
      missing ..1 item|items|part|parts|piece|pieces|screws|keys
      incomplete|short delivery|shipment
      short by
      came|arrived|turned ..4 without
      keys|parts|screws|items|pieces missing
      we|i ordered ..8 got|came|received|contains|arrived
      left|right hand instead
      nobody ..2 ordered
      # ..4 missing
      mix up|mixup
      contains|contain # ..2 not`,
  },
  {
    means: 'wrong_delivery',
    weight: 1,
    patterns: `
      fehlt|fehlen|fehlend~
      fehlt|fehlen ..1 die|der|das|uns|noch|mir|pos|position
      nachgezählt|nachzählen|counted
      nachliefern|nachlieferung|nachsenden|nachreichen|nachschicken|nachschick
      zahlendreher
      doppelt da|geliefert
      missing|short
      someone elses|jemand anders`,
  },
  {
    means: 'wrong_delivery',
    weight: 0.5,
    patterns: `
      lieferschein|delivery note
      umtausch|umtauschen|umgetauscht|exchange|swap
      zu viel|zuviel
      extra box|boxes
      bestellt|ordered|statt|anstatt|instead`,
  },
];
