// Help, privacy and terms in English; the type proves that no page is missing.
import type { InfoWords } from './words.ts';

export const english: InfoWords = {
  product: 'Kundencockpit',
  navigation: 'Help and legal',
  otherLanguage: 'Deutsch',
  toDemo: 'To the demo',
  pages: {
    hilfe: {
      title: 'Help',
      lead: 'Beside the email in Outlook, Kundencockpit shows what your company knows about this customer. With a few clicks the email becomes a logged contact, a complaint with a deadline or a task in your To Do.',
      sections: [
        {
          heading: 'In three steps',
          steps: [
            'Choose an email in Outlook and open Kundencockpit. You see the person and the customer, what is urgent and what is open – and how the customer was recognised. If the match is wrong, choose “Correct”.',
            'Choose “Log”, “Complaint” or “Follow-up”. Before anything is stored you see what will be; quoted history and single attachments can be left out. “Undo” takes a logged email back.',
            'In Teams, “My day” holds everything that is due with you. Escalated complaints arrive as a card from the bot; whoever’s turn it is decides right in the card.',
          ],
        },
        {
          heading: 'With the keyboard',
          pairs: {
            heads: ['Key', 'What it does'],
            rows: [
              ['Tab, Shift + Tab', 'to the next or previous element'],
              ['Enter, Space', 'opens a row or presses a button'],
              ['Arrow keys', 'choose among options, such as severity or date, and in menus and results'],
              ['Esc', 'closes a menu or window; the focus returns to where you were'],
            ],
          },
        },
        {
          heading: 'When something is not as expected',
          points: [
            'Unknown sender: assign them to one of the suggestions or create them. Name and company are filled in from sender and signature.',
            '“Waiting for your sign-in”: the task is sent to your To Do as soon as you open Kundencockpit again.',
            '“Not logged” or no connection: your input stays on this device. Choose “Try again”.',
            '“This customer is not shared with you”: it does not belong to your territory or team. Your administrator can change that.',
          ],
        },
        {
          heading: 'Whom to ask',
          text: 'The administrators of your company: they give out roles and territories and look into it when something does not work. Tell them the reference shown with an error. The bot in Teams says what it can do when you write “help”.',
        },
      ],
      demo: {
        heading: 'In this demo',
        text: 'All people, customers and emails are invented. In the bar above you change person, theme and language; “Reset” goes back to the beginning.',
      },
    },
    datenschutz: {
      title: 'Privacy',
      lead: 'The company that runs this server and gave you access is responsible. The data are in its database and nowhere else. There is no usage tracking, no advertising, and Kundencockpit sets no cookies.',
      sections: [
        {
          heading: 'What is stored',
          points: [
            'Master data, orders, quotes, invoices, visits, complaints and follow-ups of business customers and their contacts.',
            'Of an email only what the preview shows before logging: subject, people, time, text without quoted history (unless you choose it) and the chosen attachments. An email that you do not log is not stored.',
            'Emails among colleagues only are not logged.',
            'Only if you turn on “Log when sending”: subject, recipients and time of the emails you send and what became of them, for your eyes alone. Text and attachments are read only of emails that are logged.',
            'For new people the legal basis; consents and objections per channel with source and date.',
            'Opening the link to the survey after a complaint records nothing; only the answer that is sent is kept with the complaint.',
            'Who changed what and when (audit). A logged email that was taken back disappears from every view; the audit keeps that it existed.',
          ],
        },
        {
          heading: 'Who sees it',
          text: 'You choose when logging: only you, the team, or everyone with access to the customer. Partners see only customers that were shared with them, and no revenue.',
        },
        {
          heading: 'Where data go',
          text: 'To Microsoft only, and only for these purposes:',
          pairs: {
            heads: ['To', 'What for'],
            rows: [
              ['login.microsoftonline.com', 'your sign-in'],
              [
                'graph.microsoft.com',
                'tasks in your To Do and chosen attachments, with your own rights; a message to the manager where there is no bot',
              ],
              ['Bot service of Teams', 'cards of escalated complaints'],
              [
                'appsforoffice.microsoft.com, ajax.aspnetcdn.com, res.cdn.office.net',
                'parts of Office and the list of Teams addresses, loaded by your browser',
              ],
            ],
          },
        },
        {
          heading: 'On your device',
          text: 'The browser keeps unfinished input for up to seven days, so that nothing is lost, and your Microsoft sign-in. The server’s logs hold identifiers, addresses of calls and times, no content.',
        },
        {
          heading: 'Your rights',
          text: 'Access, rectification, erasure, restriction and objection: ask the company responsible. Its administrators answer the request from the database. What must be kept by law is blocked instead of erased.',
        },
      ],
      demo: {
        heading: 'In this demo',
        text: 'Everything stays in the data folder on this computer. Sign-in, To Do and Teams are played locally; Office.js comes from the same computer. Only Microsoft’s program for Teams asks res.cdn.office.net once for its list of addresses.',
      },
    },
    nutzung: {
      title: 'Terms of use',
      lead: 'Kundencockpit is free software under the MIT licence. You may use, change and pass it on, also commercially, as long as the licence text stays with it.',
      sections: [
        {
          heading: 'No warranty',
          text: 'The software is provided as it is, without warranty of fitness or freedom from errors; the authors are not liable for damage from its use. The licence text in the file LICENSE is authoritative.',
        },
        {
          heading: 'In your company',
          text: 'Whoever runs the server is responsible for its operation, data and access. What you may do with it is for your company to say.',
        },
        {
          heading: 'Trademarks',
          text: 'Microsoft, Outlook, Teams and Microsoft To Do are trademarks of the Microsoft group of companies. Kundencockpit is not a Microsoft product and not affiliated with Microsoft.',
        },
      ],
      demo: {
        heading: 'In this demo',
        text: 'The company Brenner & Lohse, its customers and all emails are invented. The pages that play Outlook and Teams are for trying out only. Do not enter real customer data here.',
      },
    },
  },
};
