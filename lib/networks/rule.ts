import { BlockList, isIP } from "node:net";

// https://www.iana.org/assignments/iana-ipv4-special-registry and -ipv6-: nothing there is a server of the internet
const CLOSED_V4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"],
  ...["198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
] as const;
const CLOSED_V6 = [
  // IPv4 within IPv6, translated (NAT64) and tunnelled: what stands inside is not asked
  ...[
    "::/96",
    "::ffff:0:0/96",
    "::ffff:0:0:0/96",
    "64:ff9b::/96",
    "64:ff9b:1::/48",
    "2001::/23",
    "2002::/16",
  ],
  ...[
    "100::/64",
    "2001:db8::/32",
    "3fff::/20",
    "5f00::/16",
    "fc00::/7",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8",
  ],
] as const;

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? "ipv6" : "ipv4");
  }
  return list;
}

// apart: one list would take every IPv4 address for the IPv6 one that holds it
const closed = { ipv4: listOf(CLOSED_V4), ipv6: listOf(CLOSED_V6) };

/** Whether something may be sent to an IP address: one of the internet, or of `networks`, which somebody opened by name. */
export function mayBeSentTo(address: string, networks: readonly string[]): boolean {
  const version = isIP(address);
  // a zone names an interface of this machine
  if (version === 0 || address.includes("%")) return false;
  const family = version === 6 ? "ipv6" : "ipv4";
  return listOf(networks).check(address, family) || !closed[family].check(address, family);
}
