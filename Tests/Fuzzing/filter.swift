// module: Liaison/Prospects/Filter/Syntax

/// Reads any bytes as a filter.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  do throws(FilterError) {
    let filter = try FilterParser.parse(text)
    precondition(conditions(of: filter) <= FilterSyntax.mostConditions)
  } catch {
    precondition((1...text.count + 1).contains(error.column), "a fault stands outside the text")
    precondition(!error.message.isEmpty)
  }
  return 0
}

private func conditions(of filter: FilterSyntax) -> Int {
  switch filter {
  case .all(let parts), .any(let parts): parts.reduce(0) { $0 + conditions(of: $1) }
  case .not(let part): conditions(of: part)
  case .condition: 1
  }
}
