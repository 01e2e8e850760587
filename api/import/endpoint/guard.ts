// Which addresses the server may fetch from: nobody uses it to look into the network it stands in.
import { lookup as resolve } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { SourceError } from '../files/source.ts';

const closed = new BlockList();
const v4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
for (const [net, bits] of v4) closed.addSubnet(net, bits, 'ipv4');
const v6: readonly [string, number][] = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];
for (const [net, bits] of v6) closed.addSubnet(net, bits, 'ipv6');

/** Loopback, private, link-local, carrier, multicast and the like; IPv6 that carries an IPv4 address counts as that. */
export function isClosedAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const version = isIP(plain);
  if (version === 0) return true;
  return closed.check(plain, version === 4 ? 'ipv4' : 'ipv6');
}

/** The address if a source may be fetched there: https, or any that the settings name. Throws SourceError. */
export function checkAddress(address: string, allowed: readonly string[]): URL {
  const refused = () => new SourceError('address_not_allowed', { value: address.slice(0, 200) });
  if (!URL.canParse(address)) throw refused();
  const url = new URL(address);
  const isNamed = isNamedHost(url, allowed);
  const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && isNamed);
  if (!isWeb || url.username !== '' || url.password !== '') throw refused();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!isNamed && isIP(host) !== 0 && isClosedAddress(host)) throw refused();
  return url;
}

export function isNamedHost(url: URL, allowed: readonly string[]): boolean {
  return allowed.includes(url.host.toLowerCase()) || allowed.includes(url.hostname.toLowerCase());
}

/**
 * Looks a name up for the very connection that is made then, so that a name cannot point elsewhere a moment later.
 * One closed address among several is enough to refuse.
 */
export function guardedLookup(isNamed: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses: LookupAddress[] = found ?? [];
      const [first] = addresses;
      if (error !== null || first === undefined)
        return callback(new SourceError('address_unknown', { value: hostname }), '');
      if (!isNamed && addresses.some((one) => isClosedAddress(one.address)))
        return callback(new SourceError('address_not_allowed', { value: hostname }), '');
      if (options.all === true) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}
