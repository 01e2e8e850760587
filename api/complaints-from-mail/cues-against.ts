// Words around the matter that make a mail something else. How much they weigh stands in weights.ts.
import type { Context } from './context-cues.ts';
import type { CueList } from './cue.ts';

export const cuesAgainst: readonly CueList<Context>[] = [
  {
    means: 'solved',
    weight: 1,
    patterns: `
      erledigt|gelöst|behoben|geklappt|bereinigt
      vom tisch
      nichts ..3 offen
      läuft|laufen|schließt|geht|funktioniert ..2 wieder|einwandfrei|super
      wieder ..2 sauber|einwandfrei|da
      ersatz~ ..5 da|passt|läuft|laufen|angekommen
      alles ..2 da|bestens|gut|angekommen|geklärt|komplett
      gutschrift ..8 eingegangen|erhalten|angekommen
      vollständig|unbeschädigt|einwandfrei
      passt für|wieder|jetzt
      nachlieferung kam|ist|da
      erledigt
      komplett ersetzt
      schnelle hilfe|lösung
      sorted|resolved|solved|settled
      consider ..5 closed
      works|working ..2 perfectly|again|fine|now
      replacement|replacements|right ..4 arrived|perfect|up
      found it|them
      nothing outstanding|missing|open
      please ignore
      complete and
      undamaged
      like new
      all there|good|fine
      superbly|handled
      sorry for|to ..3 aufregung|troubled|trouble`,
  },
  {
    means: 'praise',
    weight: 1,
    patterns: `
      danke|dank|merci
      super|top|klasse|prima|spitze|toll|respekt|vorbildlich|freude|lob|schön|bestens|hervorragend|perfekt
      gefällt|gefallen
      gute zusammenarbeit|arbeit|dienste
      weiter so
      zufrieden|happy
      passt
      thanks|thank|cheers
      great|brilliant|perfect|superb|lovely|wonderful|excellent
      well done
      love|loved|treat`,
  },
  {
    means: 'ownFault',
    weight: 1,
    patterns: `
      unser|mein fehler|irrtum
      unsere|meine schuld
      aus versehen
      versehentlich
      wir|ich ..2 uns|mich ..2 verzählt|vertippt|vertan|verrechnet
      haben uns verzählt
      selbst ..1 schuld|beschädigt
      dagegengefahren|angefahrenen|angefahren
      mein lehrling|geselle
      wir tragen|zahlen
      kostenpflichtig~
      my|our ..1 mistake|fault|error
      by us|mistake
      our own
      apprentices|apprentice picked
      well pay
      ran into
      nothing to do with
      we lost`,
  },
  {
    means: 'commercial',
    weight: 1,
    patterns: `
      angebot|angebote|anfrage|preisanfrage|ausschreibung|tender
      bitte ..3 bieten|angebot|preis
      bieten sie
      preis und|für|lieferzeit
      was kostet|würde|wär|wäre
      staffelpreise|konditionen|nachlass|wettbewerber|wettbewerb|zahlungsziel|rahmenvertrag|jahresgespräch|jahresbedarf
      empfehlen|empfehlung
      quote|quotation|estimate|offer|pricing|lead time
      how much
      please quote
      would you recommend|use
      price holds|list|increase`,
  },
  {
    means: 'ordering',
    weight: 1,
    patterns: `
      bestelle|bestellen|nachbestellung|abruf|abrufen|nachbestellen
      bestellung vom
      bitte ..6 abrufen|bereitlegen|zuschicken|vorbeibringen|fertigen|reservieren
      brauche|brauchen|bräuchte|bräucht|benötigen|benötige ..4 #|nomoi|noch|neue|dringend
      haben sie ..4 am|das|noch
      liefern wie
      # stck|stk|karton|kartons|rollen|paar|pakete
      hole ich|selbst ab
      purchase order
      please send ..1 #|ten|new
      order for|before
      will collect
      need # ..4 by
      another # sets
      call off
      one box of`,
  },
  {
    means: 'asking',
    weight: 1,
    patterns: `
      können|könnten|kannst|könnt sie|du|ihr ..1 mir|uns|bitte ..6 sagen|schicken|senden|zusenden|helfen|nennen
      wann ..1 ankommt|kommt|hätte|wäre|würde
      wie lange|läuft|stelle|stell|hoch|viel
      welche|welcher|welches|was für
      gibt es|gibts
      eine frage|fragen
      fragen zu
      bitte ..4 datenblatt|kopie|pdf|sendungsnummer|bestätigung|montageanleitung|prüfzeugnis
      noch einmal als
      fehlt|fehlen ..2 lieferschein|rechnungskopie|auftragsbestätigung|datenblatt|beleg|zeugnis|unterlagen
      geht das noch
      ist es möglich
      wäre es möglich
      muss man
      womit|mit was
      could you ..3 tell|send|confirm|email|show
      please resend|confirm
      which of
      any news
      curious
      where can`,
  },
  {
    means: 'elsewhere',
    weight: 1,
    patterns: `
      versicherung|versicherer|insurer|insurance
      einbruch|eingebrochen|burglary|forced
      rohrbruch|hagel|brand|sturm
      unser|mein kunde behauptet|meint|will
      our|my client says|thinks
      wettbewerb|mitbewerb~|bisheriger|früheren|anderen anbieter
      altbestand|altbau|vorhandenen
      unsere alten|alte
      my|our old
      jahre|jahren alt|alter|alten|alte
      zehn jahre
      nicht betroffen
      zur kenntnis
      maurer|bricklayer
      current supplier
      another make
      stapler|staplerfahrer unser~|angefahren
      gutachten
      mieter ..1 beschwert
      insolvent
      verschleiß~|worn out`,
  },
  {
    means: 'joke',
    weight: 1,
    patterns: `
      kuchen|cake|sommerfest|essen
      im ernst
      diet
      spaß|scherz|zwinkern
      kidding|joking`,
  },
  {
    means: 'routine',
    weight: 1,
    patterns: `
      termin ..3 passt|verschieben|absagen
      treffen wir|uns
      passt bei|mir
      works for me
      is fine
      reschedule
      umzug|lieferanschrift|bankverbindung|ansprechpartner|ansprechpartnerin
      ab sofort
      zahlungsavis|angewiesen|remittance
      im anhang|anbei ..3 wie
      wie gewünscht|besprochen
      as requested
      wartung|jahreswartung|yearly|annual
      zur info
      kündigen|kündigung|stornieren|storno
      zurückgeben|rückgabe|leihgerät|loan
      muster
      gratulation|geburtstag
      taking over
      retired|rente
      adresse für
      address invoices
      urlaub|holiday|inventur`,
  },
];
