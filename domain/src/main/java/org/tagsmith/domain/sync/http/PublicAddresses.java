package org.tagsmith.domain.sync.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of the Internet from those of this machine and its own networks, which nobody may
 * have called by naming a host on a page.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA IPv4
 *     Special-Purpose Address Registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">IANA IPv6
 *     Special-Purpose Address Registry</a>
 */
public final class PublicAddresses {
  private PublicAddresses() {}

  /** Whether the address belongs to the Internet. */
  public static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes, 0);
  }

  /**
   * Whether every address of a host belongs to the Internet.
   *
   * @throws UnknownHostException if the host has none
   */
  static boolean leadsToPublic(String host) throws UnknownHostException {
    return Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddresses::isPublic);
  }

  private static boolean isPublic4(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int second = bytes[at + 1] & 0xFF;
    int third = bytes[at + 2] & 0xFF;
    return switch (first) {
      case 0, 10, 127 -> false;
      case 100 -> second < 64 || second > 127;
      case 169 -> second != 254;
      case 172 -> second < 16 || second > 31;
      case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2));
      case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
      case 203 -> !(second == 0 && third == 113);
      default -> first < 224;
    };
  }

  private static boolean isPublic6(byte[] bytes) {
    int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    int second = ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);
    if (first == 0x2002) {
      return isPublic4(bytes, 2); // 6to4 carries an IPv4 address
    }
    if (first == 0x64 && second == 0xFF9B) {
      return bytes[4] == 0 && bytes[5] == 0 && isPublic4(bytes, 12); // NAT64 carries one, too
    }
    boolean global = (first & 0xE000) == 0x2000;
    boolean special = first == 0x2001 && (second < 0x200 || second == 0xDB8);
    return global && !special;
  }
}
