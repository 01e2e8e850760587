// The page that plays Teams: how it reads links and cards, and what it answers msal.
import { describe, expect, test } from 'vitest';
import { answerNestedAuth, type DemoAccount } from '#demo/teams/nested-auth.ts';
import { readEntityLink } from '#demo/teams/deep-link.ts';
import { refreshOf, stateOf } from '#demo/teams/chat/card-refresh.ts';
import { toSafeHtml } from '#demo/teams/chat/card-text.ts';
import { staticTabs } from '#demo/teams/static-tabs.ts';

describe('a link into Teams', () => {
  test('names app, tab and what to open in it', () => {
    const context = encodeURIComponent(JSON.stringify({ subEntityId: 'customer:1' }));

    const link = readEntityLink(`https://teams.microsoft.com/l/entity/app-1/customer?context=${context}`);

    expect(link).toEqual({ appId: 'app-1', entityId: 'customer', subEntityId: 'customer:1' });
  });

  test.each([
    ['without context', 'https://teams.microsoft.com/l/entity/app-1/my-day'],
    ['with a context that is no JSON', 'https://teams.microsoft.com/l/entity/app-1/my-day?context=%7B'],
    [
      'with a number for a sub-entity',
      'https://teams.microsoft.com/l/entity/a/my-day?context=%7B%22subEntityId%22%3A1%7D',
    ],
  ])('%s opens the tab itself', (_how, url) => {
    expect(readEntityLink(url)).toMatchObject({ entityId: 'my-day', subEntityId: null });
  });

  test.each([
    'https://evil.example/l/entity/a/b',
    'https://teams.microsoft.com.evil.example/l/entity/a/b',
    'https://teams.microsoft.com/l/chat/0/0',
    'not a link',
  ])('"%s" is none', (url) => {
    expect(readEntityLink(url)).toBeNull();
  });
});

describe('the tabs', () => {
  test('are those of the manifest, in the reader’s language', () => {
    expect(staticTabs('de').map((tab) => tab.name)).toEqual([
      'Mein Tag',
      'Reklamationen',
      'Kunden',
      'Besuche',
      'Listen',
    ]);
    expect(staticTabs('en').map((tab) => tab.name)).toEqual([
      'My day',
      'Complaints',
      'Customers',
      'Visits',
      'Lists',
    ]);
    expect(staticTabs('de').every((tab) => tab.path.startsWith('/teams/tab.html'))).toBe(true);
  });
});

describe('a live card', () => {
  const action = { type: 'Action.Execute', verb: 'show', data: { id: 1 } };

  test('is refreshed for those it names', () => {
    const card = { refresh: { action, userIds: ['29:petra'] } };

    expect(refreshOf(card, ['29:petra'])).toEqual({ verb: 'show', data: { id: 1 } });
    expect(refreshOf(card, ['29:anna'])).toBeNull();
  });

  test.each([
    null,
    {},
    { refresh: {} },
    { refresh: { action: { type: 'Action.OpenUrl' }, userIds: ['29:petra'] } },
  ])('without a refresh that can be executed stays as it is (%#)', (card) => {
    expect(refreshOf(card, ['29:petra'])).toBeNull();
  });

  test('edited in place is another state of the same message', () => {
    const message = { id: 'm1', at: '2026-09-03T11:20:00Z', editedAt: null };

    expect(stateOf(message)).not.toBe(stateOf({ ...message, editedAt: '2026-09-03T12:26:00Z' }));
  });
});

describe('text of cards and messages', () => {
  test('shows bold, and never runs what looks like HTML', () => {
    expect(toSafeHtml('**Petra** <img src=x onerror=alert(1)>\n_jetzt_')).toBe(
      '<strong>Petra</strong> &lt;img src=x onerror=alert(1)&gt;<br><em>jetzt</em>',
    );
  });
});

describe('nested sign-in', () => {
  const account: DemoAccount = {
    name: 'Anna Brandl',
    username: 'anna.brandl@brenner-lohse.test',
    oid: 'oid-1',
    tenantId: 'tenant-1',
    token: 'a.b.c',
    expiresInSeconds: 3600,
  };
  const ask = (request: object) => answerNestedAuth(JSON.stringify({ requestId: 'r1', ...request }), account);

  test('hands out the demo’s token in msal’s shape', () => {
    const answer = ask({
      method: 'GetToken',
      tokenParams: { scope: 'api://x/access', authority: 'https://a' },
    });

    expect(answer).toMatchObject({
      messageType: 'NestedAppAuthResponse',
      requestId: 'r1',
      success: true,
      token: { access_token: 'a.b.c', scope: 'api://x/access' },
      account: { homeAccountId: 'oid-1.tenant-1', username: account.username },
    });
  });

  test('refuses what it does not know', () => {
    expect(ask({ method: 'Unheard' })).toMatchObject({
      success: false,
      error: { status: 'NESTED_APP_AUTH_UNAVAILABLE' },
    });
  });
});
