// Words of mails that no customer writes to complain: newsletters, automatic answers, colleagues, suppliers.
import type { Context } from './context-cues.ts';
import type { CueList } from './cue.ts';

export const cuesOfOthers: readonly CueList<Context>[] = [
  {
    means: 'bulk',
    weight: 1,
    patterns: `
      newsletter~|abmelden|abbestellen|austragen|impressum|datenschutz
      webinar~|seminar|messe
      jetzt|hier anmelden|klicken|sparen|entdecken|testen|neu
      aktion|frühbucherrabatt|gewinnen
      kostenfrei|kostenlos ..2 anmelden|testen
      nie|never wieder|mehr|again
      entdecken sie
      tired of
      zum artikel
      unsubscribe|preferences|subscribe|subscribed
      free trial
      sign|signed up
      join us
      click here
      view in browser
      read more
      % sparen
      konto ..1 verifizieren
      seats are`,
  },
  {
    means: 'automatic',
    weight: 1,
    patterns: `
      automatische antwort
      abwesenheit~|abwesend
      bin bis|derzeit|aktuell ..4 urlaub|abwesend|erreichbar|büro
      automatisch versandt~|erstellt~|generiert~
      unzustellbar|zustellbar|zugestellt
      postfach voll
      automatic reply
      out of office
      undeliverable
      limited access
      diagnostic information
      diagnoseinformationen
      mailbox ..2 full
      ihr paketdienst
      your parcel
      ihre sendung
      do not reply`,
  },
  {
    means: 'otherRole',
    weight: 1,
    patterns: `
      kollegen|kolleginnen|colleagues
      hallo zusammen die
      morning all
      quote lag
      laufwerk|folien|drive|slides
      im system
      an alle
      lagerleitung
      sehr geehrter|geehrte kunde|kunden|händler
      dear customer
      wir bitten um ihr|verständnis
      we apologise|apologize
      ihrer|your reklamation|claim
      bewerbung|lebenslauf|application|cv
      lieferantenakte|audit
      tragt euch
      rollenspiel|role play
      rohstoffmangel~
      produktabkündigung
      nachfolger
      logistics team
      frau|herrn|ms|mr ..1 antworten|antwort geben
      hast du|did the
      answer ..1 before
      liegt bei dir`,
  },
];
