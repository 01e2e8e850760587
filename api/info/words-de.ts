// Help, privacy and terms in German; what they state about data must agree with docs/privacy.md.
import type { InfoWords } from './words.ts';

export const german: InfoWords = {
  product: 'Kundencockpit',
  navigation: 'Hilfe und Rechtliches',
  otherLanguage: 'English',
  toDemo: 'Zur Demo',
  pages: {
    hilfe: {
      title: 'Hilfe',
      lead: 'Kundencockpit zeigt neben der E-Mail in Outlook, was Ihr Unternehmen über diesen Kunden weiß. Aus der E-Mail wird mit wenigen Klicks ein abgelegter Kontakt, eine Reklamation mit Frist oder eine Aufgabe in Ihrem To Do.',
      sections: [
        {
          heading: 'In drei Schritten',
          steps: [
            'Wählen Sie in Outlook eine E-Mail und öffnen Sie Kundencockpit. Sie sehen Person und Kunde, was eilt und was offen ist – und woran der Kunde erkannt wurde. Stimmt die Zuordnung nicht, wählen Sie „Korrigieren“.',
            'Wählen Sie „Ablegen“, „Reklamation“ oder „Wiedervorlage“. Vor dem Speichern sehen Sie, was gespeichert wird; zitierten Verlauf und einzelne Anhänge können Sie weglassen. Eine Ablage nehmen Sie mit „Rückgängig“ zurück.',
            'In Teams finden Sie unter „Mein Tag“ alles, was bei Ihnen ansteht. Eskalierte Reklamationen kommen als Karte vom Bot; wer am Zug ist, entscheidet direkt in der Karte.',
          ],
        },
        {
          heading: 'Mit der Tastatur',
          pairs: {
            heads: ['Taste', 'Was sie bewirkt'],
            rows: [
              ['Tab, Umschalt + Tab', 'zum nächsten oder vorigen Element'],
              ['Eingabe, Leertaste', 'öffnet eine Zeile oder drückt einen Knopf'],
              [
                'Pfeiltasten',
                'wählen unter Möglichkeiten, zum Beispiel Schwere oder Datum, und in Menüs und Treffern',
              ],
              ['Esc', 'schließt ein Menü oder Fenster; der Fokus geht dorthin zurück, wo Sie waren'],
            ],
          },
        },
        {
          heading: 'Wenn etwas anders ist als erwartet',
          points: [
            'Unbekannter Absender: Ordnen Sie ihn einem der Vorschläge zu oder legen Sie ihn neu an. Name und Firma sind aus Absender und Signatur vorausgefüllt.',
            '„Wartet auf Ihre Anmeldung“: Die Aufgabe wird in Ihr To Do übertragen, sobald Sie Kundencockpit das nächste Mal öffnen.',
            '„Nicht abgelegt“ oder keine Verbindung: Ihre Eingaben bleiben auf diesem Gerät erhalten. Wählen Sie „Erneut versuchen“.',
            '„Dieser Kunde ist nicht freigegeben“: Er gehört nicht zu Ihrem Gebiet oder Team. Ihre Administration kann das ändern.',
          ],
        },
        {
          heading: 'An wen Sie sich wenden',
          text: 'An die Administration Ihres Unternehmens: Sie vergibt Rollen und Gebiete und sieht nach, wenn etwas nicht geht. Nennen Sie die Referenz, die bei einer Fehlermeldung steht. Was der Bot in Teams kann, sagt er auf „Hilfe“.',
        },
      ],
      demo: {
        heading: 'In dieser Demo',
        text: 'Alle Personen, Kunden und E-Mails sind erfunden. In der Leiste oben wechseln Sie Person, Design und Sprache; „Zurücksetzen“ stellt den Anfang wieder her.',
      },
    },
    datenschutz: {
      title: 'Datenschutz',
      lead: 'Verantwortlich ist das Unternehmen, das diesen Server betreibt und Ihnen den Zugang gegeben hat. Die Daten liegen in dessen Datenbank und sonst nirgends. Es gibt keine Nutzungsmessung, keine Werbung und keine Cookies von Kundencockpit.',
      sections: [
        {
          heading: 'Was gespeichert wird',
          points: [
            'Stammdaten, Aufträge, Angebote, Rechnungen, Besuche, Reklamationen und Wiedervorlagen zu Geschäftskunden und ihren Ansprechpartnern.',
            'Von einer E-Mail nur, was die Vorschau vor dem Ablegen zeigt: Betreff, Personen, Zeit, Text ohne zitierten Verlauf (außer Sie wählen ihn) und die gewählten Anhänge. Eine E-Mail, die Sie nicht ablegen, wird nicht gespeichert.',
            'E-Mails nur unter Kolleginnen und Kollegen werden nicht abgelegt.',
            'Nur wenn Sie „Beim Senden ablegen“ einschalten: Betreff, Empfänger und Zeit Ihrer gesendeten E-Mails und was daraus wurde; das sehen nur Sie. Text und Anhänge werden nur von E-Mails gelesen, die abgelegt werden.',
            'Bei neuen Personen die Rechtsgrundlage; Einwilligungen und Widersprüche je Kanal mit Quelle und Datum.',
            'Wer den Link zur Befragung nach einer Reklamation öffnet, wird nicht erfasst; erst die abgeschickte Antwort wird bei der Reklamation gespeichert.',
            'Wer wann was geändert hat (Protokoll). Eine zurückgenommene Ablage verschwindet aus allen Ansichten; das Protokoll hält fest, dass es sie gab.',
          ],
        },
        {
          heading: 'Wer es sieht',
          text: 'Beim Ablegen wählen Sie: nur Sie, das Team oder alle mit Zugriff auf den Kunden. Partner sehen nur Kunden, die ihnen freigegeben sind, und keine Umsätze.',
        },
        {
          heading: 'Wohin Daten gehen',
          text: 'Nur zu Microsoft und nur für diese Zwecke:',
          pairs: {
            heads: ['An', 'Wozu'],
            rows: [
              ['login.microsoftonline.com', 'Ihre Anmeldung'],
              [
                'graph.microsoft.com',
                'Aufgaben in Ihrem To Do und gewählte Anhänge, mit Ihren eigenen Rechten; Nachricht an die Führungskraft, wo es keinen Bot gibt',
              ],
              ['Bot-Dienst von Teams', 'Karten zu eskalierten Reklamationen'],
              [
                'appsforoffice.microsoft.com, ajax.aspnetcdn.com, res.cdn.office.net',
                'Programmteile von Office und die Liste der Teams-Adressen, von Ihrem Browser geladen',
              ],
            ],
          },
        },
        {
          heading: 'Auf Ihrem Gerät',
          text: 'Der Browser bewahrt angefangene Eingaben bis zu sieben Tage auf, damit nichts verloren geht, und Ihre Anmeldung bei Microsoft. Protokolle des Servers enthalten Kennungen, Adressen der Aufrufe und Zeiten, keine Inhalte.',
        },
        {
          heading: 'Ihre Rechte',
          text: 'Auskunft, Berichtigung, Löschung, Einschränkung und Widerspruch: Wenden Sie sich an das verantwortliche Unternehmen. Seine Administration beantwortet die Anfrage aus der Datenbank. Was gesetzlich aufbewahrt werden muss, wird gesperrt statt gelöscht.',
        },
      ],
      demo: {
        heading: 'In dieser Demo',
        text: 'Alles bleibt im Datenordner auf diesem Rechner. Anmeldung, To Do und Teams sind hier nachgestellt; Office.js kommt vom selben Rechner. Nur Microsofts Programmteil für Teams fragt einmal bei res.cdn.office.net nach seiner Adressliste.',
      },
    },
    nutzung: {
      title: 'Nutzungsbedingungen',
      lead: 'Kundencockpit ist freie Software unter der MIT-Lizenz. Sie dürfen sie nutzen, ändern und weitergeben, auch gewerblich, solange der Lizenztext dabei bleibt.',
      sections: [
        {
          heading: 'Keine Gewähr',
          text: 'Die Software wird so bereitgestellt, wie sie ist, ohne Gewähr für Eignung oder Fehlerfreiheit; die Verfasser haften nicht für Schäden aus ihrer Nutzung. Maßgeblich ist der englische Lizenztext, der als Datei LICENSE beiliegt.',
        },
        {
          heading: 'In Ihrem Unternehmen',
          text: 'Wer den Server betreibt, ist für den Betrieb, die Daten und die Zugänge verantwortlich. Was Sie damit tun dürfen, regelt Ihr Unternehmen.',
        },
        {
          heading: 'Marken',
          text: 'Microsoft, Outlook, Teams und Microsoft To Do sind Marken der Microsoft-Unternehmensgruppe. Kundencockpit ist kein Produkt von Microsoft und nicht mit Microsoft verbunden.',
        },
      ],
      demo: {
        heading: 'In dieser Demo',
        text: 'Die Firma Brenner & Lohse, ihre Kunden und alle E-Mails sind erfunden. Die Seiten, die Outlook und Teams spielen, dienen nur dem Ausprobieren. Geben Sie hier keine echten Kundendaten ein.',
      },
    },
  },
};
