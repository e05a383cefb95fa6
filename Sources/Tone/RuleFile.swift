import FoundationEssentials

/// A file of phrase rules, in JSON5.
///
/// ```json5
/// {
///   locale: "en",
///   // Phrases that patterns name as {price}; they may hold every sign of the pattern language.
///   classes: { "price": ["price", "rate", "fee"] },
///   rules: [
///     {
///       id: "price.blunt",       // group.name
///       severity: "error",       // error, warning or note
///       scope: "both",           // subject, body or both (the default)
///       patterns: ["too expensive", "(lower|cut) your {price}"],
///       except: ["not too expensive"],   // optional: where one overlaps, nothing is found
///       message: "What is wrong, in a sentence.",
///       replacement: "A phrase that says it better, as plain text.",   // optional
///       why: "Why it costs replies.",
///       hits: ["Too expensive!", "Please lower your rate."],       // at least two
///       misses: ["Is it too expensive to ship?", "Thank you."],    // at least two
///     },
///   ],
/// }
/// ```
///
/// `Pattern` documents the pattern language.
public struct RuleFile: Sendable {
  /// The file's path as it was given; only named in errors.
  public let path: String
  /// The language of all its rules, as a BCP-47 tag.
  public let locale: String
  /// Its rules, in their order.
  public let rules: [PhraseRule]

  /// Reads and checks a rule file.
  ///
  /// - Throws: `RuleFileError` at the first fault: no UTF-8, no JSON5, an unknown or missing key,
  ///   a bad name, a pattern that cannot be read, or fewer than two hits or misses.
  public init(json5 bytes: [UInt8], path: String) throws(RuleFileError) {
    func fail(at offset: Int, _ reason: String) -> RuleFileError {
      RuleFileError(path: path, bytes: bytes, offset: offset, reason: reason)
    }
    if let fault = JSON5Locator.encodingFault(in: bytes) ?? JSON5Locator.fault(in: bytes) {
      throw fail(at: fault.offset, fault.reason)
    }

    let form: RuleFileForm
    do {
      let decoder = JSONDecoder()
      decoder.allowsJSON5 = true
      form = try decoder.decode(RuleFileForm.self, from: Data(bytes))
    } catch {
      let fault = FormFault(error)
      throw fail(at: JSON5Locator.offset(of: fault.path, in: bytes), fault.reason)
    }
    do {
      self.rules = try form.checked()
    } catch {
      throw fail(at: JSON5Locator.offset(of: error.path, in: bytes), error.reason)
    }
    self.path = path
    self.locale = form.locale
  }
}
