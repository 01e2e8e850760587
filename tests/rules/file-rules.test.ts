// What may be hung on an entry: names that lie, files that are two things at once, names no system could hold.
import { describe, expect, test } from 'vitest';
import { cleanFileName, isExecutable, judgeFile } from '#api/activities/file-rules.ts';

const hex = (start: string, rest = '') =>
  Buffer.concat([Buffer.from(start.replaceAll(' ', ''), 'hex'), Buffer.from(rest)]);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const png = hex('89504e470d0a1a0a 0000000d49484452 00');
const jpeg = hex('ffd8ffe0 00104a464946 00');
const gif = hex('474946383961 01000100 00');
const program = hex('4d5a9000 03000000 04000000');
const archiveEnd = hex('504b0506 00000000 00000000');
const docx = hex('504b0304 1400', '[Content_Types].xml word/document.xml');

describe('what a file is', () => {
  test.each([
    ['Angebot.pdf', pdf, 'application/pdf'],
    ['Foto.PNG', png, 'image/png'],
    ['Foto.jpeg', jpeg, 'image/jpeg'],
    ['Brief.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['Notiz.txt', Buffer.from('MZ steht für Meisterzeichen; BMW auch.'), 'text/plain'],
    ['Umlaute.csv', Buffer.from('Straße;Größe\n', 'latin1'), 'text/csv'],
    ['UTF-16.csv', Buffer.from('\ufeffa;b', 'utf16le'), 'text/csv'],
    ['Zeichnung.dwg', hex('41433130 3332 00'), 'application/octet-stream'],
    ['Plan.constructor', Buffer.from('x'), 'application/octet-stream'],
    // drawings may hold scripts, so they are only ever handed out as bytes
    ['Logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'application/octet-stream'],
  ])('%s is taken', (name, bytes, contentType) => {
    expect(judgeFile(name, bytes)).toEqual({ problem: null, contentType });
  });

  test.each([
    ['setup.exe', program, 'refused_type'],
    ['rechnung.pdf.exe', pdf, 'refused_type'],
    ['rechnung.pdf.js ', pdf, 'refused_type'],
    ['foto\u202egnp.exe', png, 'refused_type'],
    ['seite.html', Buffer.from('<p>Hallo</p>'), 'refused_type'],
    ['makro.docm', docx, 'refused_type'],
    ['leer.pdf', Buffer.alloc(0), 'empty'],
    ['rechnung.pdf', program, 'executable'],
    ['foto.jpg', hex('7f454c46 02010100'), 'executable'],
    ['notiz.txt', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'executable'],
    ['daten', hex('cafebabe 00000034'), 'executable'],
    ['foto.png', jpeg, 'content_mismatch'],
    ['rechnung.pdf', docx, 'content_mismatch'],
    ['notiz.txt', Buffer.from('\n<!DOCTYPE html><script>alert(1)</script>'), 'content_mismatch'],
    ['notiz.txt', Buffer.from('Hallo <script src=//x></script>'), 'content_mismatch'],
    ['unbekannt', Buffer.from('<html>'), 'content_mismatch'],
    ['liste.xlsx', hex('504b0304', 'nur ein Archiv'), 'content_mismatch'],
    ['brief.docx', Buffer.concat([docx, Buffer.from('word/vbaProject.bin')]), 'content_mismatch'],
    // two things at once: a picture with an archive behind it, a picture that is also a page
    ['foto.gif', Buffer.concat([gif, archiveEnd]), 'mixed_content'],
    ['plan.pdf', Buffer.concat([pdf, archiveEnd]), 'mixed_content'],
    ['foto.gif', Buffer.concat([gif, Buffer.from('/*<script>alert(1)</script>*/')]), 'mixed_content'],
  ])('%s is refused: %#', (name, bytes, problem) => {
    expect(judgeFile(name, bytes).problem).toBe(problem);
  });

  test('a program that came by mail is known whatever it is called', () => {
    expect([isExecutable(program), isExecutable(pdf)]).toEqual([true, false]);
  });
});

describe('what a file is called', () => {
  test.each([
    ['Angebot 12.pdf', 'Angebot 12.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\a.txt', 'a.txt'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['bild.png:böse.exe', 'bild.png_böse.exe'],
    ['zeile\r\numbruch.pdf', 'zeileumbruch.pdf'],
    ['punkt.pdf. . ', 'punkt.pdf'],
    ['nul.txt', '_nul.txt'],
    ['..', 'Anhang'],
    [`${'ä'.repeat(300)}.pdf`, `${'ä'.repeat(180)}${'ä'.repeat(16)}.pdf`],
  ])('%j becomes %j', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });
});
