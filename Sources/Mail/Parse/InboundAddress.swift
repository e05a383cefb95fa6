/// An address as a message writes it: with its name, and unchecked, since bad mail has bad ones.
package struct InboundAddress: Hashable, Sendable {
  /// The name in plain Unicode; empty where there is none.
  package var name: String

  /// What stands in the angle brackets, such as `maya@example.com`; empty for `<>`.
  package var address: String

  package init(name: String = "", address: String) {
    self.name = name
    self.address = address
  }

  /// The address where it is one that can be written to.
  package var email: EmailAddress? { try? EmailAddress(address) }

  /// What stands before the last `@`, in lower case.
  var localPart: String {
    address.lastIndex(of: "@").map { address[..<$0].lowercased() } ?? address.lowercased()
  }

  /// What stands behind the last `@`, in lower case.
  var domain: String {
    address.lastIndex(of: "@").map { address[address.index(after: $0)...].lowercased() } ?? ""
  }
}
