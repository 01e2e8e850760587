// Words that say what is wrong: lateness, damage in transit, invoices.
import type { Category } from './goods-cues.ts';
import type { CueList } from './cue.ts';

export const courseCues: readonly CueList<Category>[] = [
  {
    means: 'late_delivery',
    weight: 2,
    patterns: `
      lieferverzug~|terminuntreue|lieferrückstand
      im|in verzug
      verspätet~ ..1 geliefert|lieferung|angekommen
      immer noch nicht|nichts|ned|net ..2 geliefert|da|angekommen|eingetroffen|erhalten|gekommen|bekommen
      noch immer nicht|nichts
      liefertermin|termin ..4 eingehalten|verstrichen|überschritten|geplatzt|gehalten|verschoben
      zu spät ..1 geliefert|gekommen|angekommen
      wart~ scho|schon|immer|noch|jetzt
      überfällig~
      wo ..1 bleibt|bleiben
      nichts|nix ist ..1 hier|da|gekommen
      tage|wochen ..2 zugesagt~|vereinbart~ ..1 termin
      kein|kam ..1 lkw|laster|fahrer|kurier
      kam ..5 später|zu spät
      nie übergeben
      zugesagt|versprochen ..6 bis heute|wochen
      schieben|verschieben|verschoben|verschiebt ..5 termin|mal
      termin ..6 mal|nach hinten
      weder ware
      restlieferung fehlt|offen|aussteht
      steht|stehen noch immer|immer noch aus
      sind ..1 aber nicht
      fehlende|fehlenden lieferung|ware|türen|automatiktüren|teile
      late delivery|deliveries|again
      delivery|order|shipment ..3 late|overdue|delayed
      still ..3 arrived|received|delivered|waiting|here
      not ..1 arrived|turned|received|been ..2 delivered|up|yet
      overdue
      weeks|days late|behind|overdue
      behind schedule
      where are|is|s our|my|the
      no courier|lorry|van|driver
      courier|driver|lorry ..2 show
      nothing ..2 turned|arrived|come|picked
      promised ..2 for|on|date|monday|tuesday|wednesday|thursday|friday
      was|were due ..2 on|tuesday|monday|friday|last
      another|revised date
      backorder ..1 number`,
  },
  {
    means: 'late_delivery',
    weight: 1,
    patterns: `
      verspätung~|verspätet~|verzögerung~
      noch nicht ..1 geliefert|eingetroffen|angekommen|da
      seit ..1 # ..1 tagen|wochen|tag|woche
      vergeblich|warten|wartn
      delayed|delay|waiting|wait
      days|weeks after
      bis jetzt|heute|dato nicht|nichts|nix|keine
      angemahnt|gemahnt`,
  },
  {
    means: 'late_delivery',
    weight: 0.5,
    patterns: `
      kw #
      zugesagt~|versprochen|bestätigt|confirmed|promised
      termin|datum|liefertermin|date
      lieferung|ware|auftrag|delivery
      später|spät|late
      lkw|spedition|express~|lorry|courier`,
  },
  {
    means: 'transport_damage',
    weight: 2,
    patterns: `
      transportschaden~|transportschäden~|frachtschaden~
      beim|auf transport|pritsche|fahrt ..3 beschädigt~|verzogen|verbogen|nass
      auf dem transport
      karton|kartons|palette|paletten|verpackung|ware|kiste|kisten|paket ..5 aufgerissen|eingedrückt|durchnässt|beschädigt~|durchstochen|offen|zusammengebrochen|umgekippt~|loch|ramponiert|zerrissen
      umgekippt~ ..2 palette|türblätter|ware
      beschädigt~ ..1 angekommen|angeliefert|geliefert|eingetroffen|worden
      verzogen|verbogen|zerkratzt|kaputt|nass|zerbrochen angekommen
      bruch|scherben|totalschaden
      eingedrückt~|angestoßen~|angeschlagen~|abgeschürft~|aufgequollen
      unter vorbehalt
      annahme verweigert
      lieferung ..3 nicht angenommen
      frachtbrief~|schadensmeldung~
      von der ladebordwand
      ohne ..1 füllmaterial|kantenschutz|eckschutz
      damaged ..2 transit|arrival|transport|goods|pallet
      transport|transit damage
      arrived ..2 damaged|broken|bent|wet|smashed
      badly damaged
      in bits|pieces
      crushed|shattered|smashed
      soaked|leaked ..1 through|all
      pallet ..4 dropped|damaged
      deep scratches
      signed ..3 damaged`,
  },
  {
    means: 'transport_damage',
    weight: 1,
    patterns: `
      beschädigt~|schaden|schäden
      zerkratzt~|verbeult~|verbogen~|krumm|gesprungen|sprung|geknickt
      delle|dellen|schramme|schrammen|kratzer
      ausgelaufen~|nass|feucht
      damaged|damage|dented|dent|scratched|scratches|split|bent|leaking|leaked`,
  },
  {
    means: 'transport_damage',
    weight: 0.5,
    patterns: `
      verpackung~|karton|eckschutz|folie|plane|palette
      stapler|fahrer|spediteur|abladen|auspacken|anlieferung|transport
      ecke|ecken|kante|kanten
      carton|cartons|pallet|packaging|strapping|padding|unloading|carrier|driver|unpacked`,
  },
  {
    means: 'billing',
    weight: 2,
    patterns: `
      falsche|falschen|fehlerhafte|korrigierte|neue rechnung
      falsch berechnet|abgerechnet|fakturiert
      doppelt berechnet|abgerechnet|abgebucht|eingezogen|bezahlt
      zweimal ..4 eingezogen|abgebucht|berechnet
      rechnung|rechnungsbetrag ..6 falsch|stimmt|hoch|fehlerhaft|korrekt|fehlt|zuviel|viel|läuft
      rechnung ..3 korrigieren|ändern|stornieren
      mahnung ..5 trotz|obwohl|bezahlt|mal
      gutschrift ..6 fehlt|nie|aus|angekommen|offen
      trotzdem|weiter|wieder|voll ..3 berechnet
      berechnet ..6 geliefert|angeboten|bekommen
      angeboten ..6 berechnet
      rabatt|skonto|bonus ..4 fehlt|vergessen|falsch|statt|nicht|berechnet
      fehlt|kein|keinen ..2 rabatt|rabat
      kam nie ..2 zurück
      abgebucht|eingezogen obwohl
      inkasso~|lastschrift ..3 widerruf~
      konto ..3 gesperrt|sperre
      kontosperre~
      rücküberweis~|zurückbuchen
      preis|preise ..4 angebot|falsch|höher
      preis|preise passt|stimmt ..2 nicht|ned|net
      umsatzsteuer ausgewiesen
      fracht ..4 frei|drauf|obwohl
      cent|0 ..3 viel
      wrong|incorrect invoice|price|amount|vat
      invoice ..5 wrong|incorrect|out|twice|converts
      overcharged|miscalculated
      charged|billed|paid|debited ..2 twice
      charged ..2 list|full price
      still|been charging|charged
      credit note|no ..3 credit|yet
      promised ..2 credit|refund
      collection agency|debt collector
      surcharge ..6 though|although|off
      put us on stop
      account frozen|blocked|stop
      free delivery was`,
  },
  {
    means: 'billing',
    weight: 0.5,
    patterns: `
      rechnung~|gutschrift~|gutschreib~|mahnung~|skonto|rabatt~|rabat
      abbuchung|abgebucht|eingezogen|berechnet|überweisung|konto|buchhaltung|betrag
      preis|preise|fracht|frachtkosten|zuschlag
      euro|cent|eur
      invoice|invoices|credit|refund|charge|charged|bill|discount|carriage|price
      direct debit
      pence|accounts`,
  },
];
