/// What a zone's clocks show for a while: offset, name and whether it is summer time.
struct LocalTimeType: Hashable, Sendable {
  /// Seconds ahead of UTC.
  var offset: Int
  var isDaylightSaving: Bool
  var abbreviation: String
}

/// A stretch of time in which one local time type holds, in seconds since 1970 UTC.
struct ZoneSpan: Sendable {
  /// Times are kept within this distance of 1970, so that adding an offset never overflows.
  ///
  /// RFC 9636 section 3.2 has no earlier time either.
  static let limit: Int64 = 1 << 59

  var start: Int64
  /// The first second that no longer belongs to it.
  var end: Int64
  var type: LocalTimeType
}
