// @vitest-environment jsdom
// Mails in the demo's reading view run nothing and fetch nothing.
import { describe, expect, it } from 'vitest';
import { cleanHtml } from '#demo/outlook/mail-body.tsx';

describe('the body of a mail', () => {
  it.each([
    ['a script', '<p>Hallo</p><script>alert(1)</script>'],
    ['a handler', '<p onclick="alert(1)" OnMouseOver=alert(2)>Hallo</p>'],
    ['a handler after a slash', '<p/onclick="alert(1)">Hallo</p>'],
    ['a link that is a script', '<p>Hallo <a href="javascript:alert(1)">hier</a></p>'],
    ['a frame', '<p>Hallo</p><iframe src="https://evil.test"></iframe>'],
    ['a form', '<p>Hallo</p><form action="https://evil.test"><input name="pin"></form>'],
    ['another base address', '<base href="https://evil.test/"><p>Hallo</p>'],
    [
      'a picture from the internet',
      '<p>Hallo</p><img src="https://evil.test/pixel.png" srcset="https://evil.test/2x.png">',
    ],
    ['a ground from the internet', '<p style="background:url(https://evil.test/x.png)">Hallo</p>'],
    ['a style sheet from the internet', '<style>@import "https://evil.test/x.css";</style><p>Hallo</p>'],
    ['a drawing with a script', '<p>Hallo</p><svg><script>alert(1)</script></svg>'],
    ['an attribute that breaks out', '<p title="</p><img src=x onerror=alert(1)>">Hallo</p>'],
  ])('is harmless with %s and still readable', (_what, html) => {
    const clean = cleanHtml(html);

    const page = new DOMParser().parseFromString(clean, 'text/html');
    expect(page.body.textContent).toContain('Hallo');
    expect(page.querySelectorAll('script, iframe, form, input, base, svg, object, link')).toHaveLength(0);
    for (const element of page.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on/i);
        if (['src', 'srcset', 'href', 'style', 'action'].includes(name))
          expect(value).not.toMatch(/evil|script/);
      }
    }
    expect([...page.querySelectorAll('style')].map((style) => style.textContent)).toEqual([]);
  });

  it('keeps the look of a business mail', () => {
    const clean = cleanHtml('<table><tr><td style="color: red">12 Stück</td></tr></table><p><b>Gruß</b></p>');

    expect(clean).toContain('color: red');
    expect(clean).toContain('<b>Gruß</b>');
  });

  it('shows inline pictures that came with the mail', () => {
    const clean = cleanHtml('<img src="cid:logo%40firma"><img src="cid:fehlt">', {
      'logo@firma': 'data:image/png;base64,AAAA',
    });

    expect(clean).toBe('<img src="data:image/png;base64,AAAA"><img>');
  });

  it('opens links in a tab of their own that knows nothing of us', () => {
    expect(cleanHtml('<a href="https://hollerbach-metallbau.test/">Web</a>')).toBe(
      '<a href="https://hollerbach-metallbau.test/" target="_blank" rel="noopener noreferrer">Web</a>',
    );
  });
});
