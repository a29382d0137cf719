import { describe, expect, test } from "vitest";
import { mayBeSentTo } from "./rule";

describe("where a name may lead", () => {
  test.each([
    ["8.8.8.8", true, "a server of the internet"],
    ["172.15.255.255", true, "just before a closed network"],
    ["172.32.0.0", true, "just behind one"],
    ["2606:4700::1111", true, "one with IPv6"],
    ["127.0.0.1", false, "this machine"],
    ["127.255.255.254", false, "this machine by another number"],
    ["0.0.0.0", false, "this machine too"],
    ["10.0.0.1", false, "a private network"],
    ["172.16.0.1", false, "another"],
    ["192.168.1.1", false, "a third"],
    ["100.64.0.1", false, "behind the provider's translation"],
    ["169.254.169.254", false, "what tells a cloud's machine its secrets"],
    ["224.0.0.1", false, "many at once"],
    ["255.255.255.255", false, "everybody"],
    ["::1", false, "this machine in IPv6"],
    ["::", false, "nowhere"],
    ["::ffff:127.0.0.1", false, "IPv4 in IPv6"],
    ["::ffff:7f00:1", false, "the same, in other signs"],
    ["::ffff:8.8.8.8", false, "IPv4 in IPv6, whatever stands in it"],
    ["::127.0.0.1", false, "the old form of it"],
    ["64:ff9b::7f00:1", false, "translated (NAT64)"],
    ["64:ff9b:1::a00:1", false, "translated within a network"],
    ["2002:7f00:1::", false, "tunnelled (6to4)"],
    ["2001:0:7f00:1::", false, "tunnelled (Teredo)"],
    ["fd00:ec2::254", false, "a cloud's secrets in IPv6"],
    ["fe80::1", false, "the link alone"],
    ["fe80::1%eth0", false, "by its interface"],
    ["ff02::1", false, "many in IPv6"],
    ["localhost", false, "no number"],
    ["0x7f000001", false, "nor this"],
  ])("%s: %s (%s)", (address, isOpen) => expect(mayBeSentTo(address, [])).toBe(isOpen));

  test("is opened by a network's name, and no further", () => {
    const own = ["10.1.0.0/16", "fd12::/16"];
    for (const address of ["10.1.2.3", "::ffff:10.1.2.3", "fd12::1", "8.8.8.8"])
      expect([address, mayBeSentTo(address, own)]).toEqual([address, true]);
    for (const address of ["10.2.0.1", "127.0.0.1", "fd13::1", "::ffff:10.2.0.1"])
      expect([address, mayBeSentTo(address, own)]).toEqual([address, false]);
  });
});
