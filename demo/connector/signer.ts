// Signs what the local Bot Connector sends, as the real channel does: own key, published with its endorsements.
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';

export interface ConnectorSigner {
  /** GET …/v1/.well-known/keys */
  readonly keys: { readonly keys: readonly object[] };
  /** A token of the channel for the bot: what it vouches for is the service URL. */
  signForBot(): Promise<string>;
  /** A token with which the bot calls the connector, in place of one of Entra ID. */
  issueBotToken(): Promise<string>;
  isBotToken(token: string): Promise<boolean>;
}

const keyId = 'demo-channel-key';
const connectorAudience = 'https://api.botframework.com';

/** Makes a key of its own for every start; nothing signed by it is good elsewhere. */
export async function createSigner(names: {
  readonly issuer: string;
  readonly serviceUrl: string;
  readonly botId: string;
}): Promise<ConnectorSigner> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: keyId, alg: 'RS256', use: 'sig' };
  const findKey = createLocalJWKSet({ keys: [jwk] });
  const sign = (claims: Record<string, string>, audience: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
      .setIssuer(names.issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
  return {
    keys: { keys: [{ ...jwk, endorsements: ['msteams'] }] },
    signForBot: () => sign({ serviceurl: names.serviceUrl }, names.botId),
    issueBotToken: () => sign({ appid: names.botId, serviceurl: names.serviceUrl }, connectorAudience),
    isBotToken: async (token) => {
      try {
        const { payload } = await jwtVerify(token, findKey, {
          issuer: names.issuer,
          audience: connectorAudience,
        });
        return payload['appid'] === names.botId;
      } catch {
        return false;
      }
    },
  };
}
