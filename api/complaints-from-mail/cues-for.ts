// Words around the matter that make a mail a complaint. How much they weigh stands in weights.ts.
import type { Context } from './context-cues.ts';
import type { CueList } from './cue.ts';

export const cuesFor: readonly CueList<Context>[] = [
  {
    means: 'named',
    weight: 1,
    patterns: `
      reklamation~|reklamier~|beanstand~|beschwerde~|beschwer|beschweren
      mängelrüge~|mängelanzeige~|nachbesserung~|nacherfüllung~|schadensmeldung~
      garantiefall~
      complaint|complaints|complain|claim
      warranty claim|case`,
  },
  {
    means: 'demand',
    weight: 1,
    patterns: `
      bitte ..6 tauschen|umtauschen|austauschen|austausch|ersetzen|nachsenden|nachliefern|korrigieren|stornieren|abholen|ändern|aendern|rausnehmen|gutschreiben|klären|kümmern
      bitte ..3 gutschrift|erstattung|neulieferung|stellungnahme|ersatz|richtigen|tausch|klärung
      gutschrift|erstattung|neulieferung|austausch|umtausch ..1 bitte
      tauschen|tauscht|tauschst ..2 das|die|ihr|mir|bitte|oder
      neue|neuen|neuer|neues ..2 bitte
      schickt|schick|schicken|senden ..3 neue|neuen|neues|richtige|richtigen|ersatz|nach
      ersatz ..4 bitte|vor|bis|veranlassen|brauche|brauchen
      brauche|brauchen ..5 ersatz|richtigen
      neulieferung|rückholung|erstattung|nachfrist|regulierung|abhilfe|rücküberweisung|rückerstattung
      nehmen ..4 zurück
      geld zurück|zurueck
      erwarte|erwarten ..6 erklärung|anruf|rückruf|stellungnahme|antwort|zusage
      verlange|fordere|bestehe
      ich möchte|moechte ..2 dass
      was ..2 machen|tun|schlagen ..2 wir|sie|da|vor
      da was machen
      sie|ihr ..2 was machen|tun
      have ..3 contact|call me
      jemand muss
      wie ..3 lösen|weiter
      stell|stelle|schicke|reiche|reichen|geben ..6 rechnung|weiter|kosten
      wer bezahlt|zahlt|haftet|ersetzt
      please ..6 replace|swap|credit|refund|correct|collect|exchange|cancel|reissue|recalculate|sort|fix|remove|stop|advise
      please send ..3 remaining|right|new|missing|correct
      replace|swap|exchange ..2 them|it|please
      can|could you|we ..1 swap|collect|replace|send ..5 right|please|them
      exchange please
      take ..2 off
      want ..3 replaced|back|apology
      need|needs ..4 replacement|replacements
      how ..4 proceed
      what can be|are|is ..3 done|do|going
      get ..4 here
      credit note|or`,
  },
  {
    means: 'anger',
    weight: 1,
    patterns: `
      enttäusch~|unzufrieden~|ärger|ärgerlich~|verärgert|sauer|stinksauer|frust~
      frechheit|unverschämt~|unmöglich|unfassbar|skandal~|sauerei|katastrophe|zumutung|schlamperei|armutszeugnis
      so geht|kann ..3 nicht|net
      geht so nicht
      kein zustand
      kann ..2 nicht sein
      darf ..2 nicht wahr|sein
      jetzt reicht
      reicht ..1 es|langsam
      geduld
      nervt
      herzlichen glückwunsch
      na bravo|super|toll|prima
      nicht einverstanden
      so kann ..3 nicht|man
      schwach
      das passt so
      belastend
      treated like|this
      schief
      unacceptable|inakzeptabel|appalling|disgrace~|ridiculous|shambles
      disappointed|disappointing|unhappy|dissatisfied|frustrat~|annoyed|annoying
      not ..1 good|impressed|amused
      no use to
      kein service
      fed up
      enough
      losing patience
      a joke
      running out of`,
  },
  {
    means: 'repetition',
    weight: 1,
    patterns: `
      schon wieder
      wieder ..1 zu|kein|keine|nicht|falsch
      zum|das zweiten|dritten|vierten|dritte|zweite mal
      zweimal|dreimal|viermal|mehrmals|mehrfach|ständig|dauernd|laufend
      # mal
      jedes mal
      immer noch
      noch immer
      seit wochen|monaten|tagen|montag|dienstag|mittwoch|donnerstag|freitag|gestern|juni|juli|august
      seit # ..1 tagen|wochen|monaten
      erneut|abermals|wiederholt
      again
      second|third|fourth time|week|month|ticket|day
      twice|repeatedly
      # times
      each|every time
      still|yet
      since monday|tuesday|wednesday|thursday|friday|june|july|august
      another|sixth`,
  },
  {
    means: 'promise',
    weight: 1,
    patterns: `
      zugesagt~|versprochen~|ausgemacht~|zugesichert~
      laut ..2 auftragsbestätigung|bestellung|vereinbarung|angebot|lieferschein|eurem|ihrem
      angeboten|vereinbart ..1 waren|war
      war|waren ..4 zugesagt|vereinbart|ausgemacht|versprochen|bestätigt
      hatten ..3 bestätigt|zugesagt
      im datenblatt
      promised|agreed|guaranteed
      confirmed ..1 date
      was|were due|told|supposed
      sheet|manufacturer says
      says clearly`,
  },
  {
    means: 'contrast',
    weight: 1,
    patterns: `
      obwohl|trotzdem|trotz|statt|anstatt|allerdings|leider|dabei|jedoch|stattdessen
      aber|sondern
      although|though|instead|despite|unfortunately|however|only trouble
      but
      nicht|kein|keine|nichts|nix|ned|net
      not|no|none|nothing|cannot|cant|isnt|wasnt|hasnt|havent`,
  },
  {
    means: 'threat',
    weight: 1,
    patterns: `
      anwalt~|rechtsanwalt~|vertragsstrafe~|schadenersatz~|schadensersatz~|anzeige|konsequenzen|nachspiel
      nachfrist|letzte frist
      rücktritt~|vertrag zurück
      woanders|anderweitig|wettbewerb verloren
      sämtliche rechte
      geltend
      aufsichtsbehörde|handelskammer
      lawyer|solicitor|legal|court|penalty|penalties|sue
      elsewhere
      moving|move our account
      claim the|it
      we cancel`,
  },
  {
    means: 'blame',
    weight: 1,
    patterns: `
      ihre|eure|eurer|ihrer ..1 lieferung|ware|spedition|theke|hotline|leute|abholung|buchhaltung|anlieferung
      ihr|euer|dein|ihrem|ihres ..1 fahrer|techniker|monteur|kollege|kundendienst|notdienst|haus|system|paketdienst|lieferwagen|service|vertreter|außendienst
      sie|ihr haben|habt|hatten ..3 uns|mir|unser|unsere|das|die|eingezogen|berechnet|falsch
      sie schieben|drohen|behaupten
      aus|vom|in|bei ..4 lieferung|auftrag|bestellung
      ihnen ..2 erworbenen|gekauft
      zum auftrag
      you ..1 sent|supplied|delivered|charged|promised|billed|added|owe
      youve|you have ..2 charged|sent|added|got|put
      your ..1 driver|lorry|lorries|invoice|engineer|fitter|trainer|haulier|hotline|desk|statement|website|site|app|call|supplier|technician
      on order
      delivered|supplied by`,
  },
  {
    means: 'discovery',
    weight: 1,
    patterns: `
      festgestellt|aufgefallen|gemerkt|bemerkt|nachgezählt|gezählt
      beim auspacken|abladen|einbau|öffnen|aufhängen
      nach ..2 # ..1 wochen|tagen|monaten
      nach ..1 drei|zwei|vier|einer ..1 woche|wochen|tage|tagen|monaten
      foto|fotos|bild|bilder|protokoll ..3 anbei|anhang|dran|bei
      siehe bild|foto
      noticed|discovered|counted|unpacked|unpacking
      photos|pictures|photo ..1 attached|below
      after # ..1 days|weeks|months
      after a|one week|month|few
      days old`,
  },
];
