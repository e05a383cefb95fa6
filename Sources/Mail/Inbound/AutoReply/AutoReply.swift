/// An answer that a machine gives in somebody's absence.
package struct AutoReply: Sendable {
  package enum Kind: String, Sendable {
    /// The person is away for a while.
    case absence
    /// The person does not work there any more.
    case leftCompany = "left-company"
    /// It only says that the message came in.
    case acknowledgement
  }

  package let kind: Kind

  /// The first day on which the person is back, where the text says so.
  package let backOn: CalendarDay?

  /// Addresses that the text names, to write to instead.
  package let otherAddresses: [String]
}
