import CommandLineKit
import Testing

@Suite struct TableTests {
  func sample() -> Table {
    var table = Table([.init("name"), .init("city", maximumWidth: 12), .init("sent", .right)])
    table.add(["Maya", "Berlin", "12"])
    table.add(["李雷", "上海市浦东新区世纪大道", "3"])
    table.add(["김민준", "서울", "1,204"])
    return table
  }

  @Test("Without a width nothing is cut, and wide characters line up")
  func plain() {
    #expect(
      sample().lines(width: nil, style: Style(isOn: false)) == [
        "name    city                     sent",
        "Maya    Berlin                     12",
        "李雷    上海市浦东新区世纪大道      3",
        "김민준  서울                    1,204",
      ])
  }

  @Test("On a terminal a column keeps to its most and cuts the rest")
  func maximum() {
    #expect(
      sample().lines(width: 80, style: Style(isOn: false)) == [
        "name    city           sent",
        "Maya    Berlin           12",
        "李雷    上海市浦东…       3",
        "김민준  서울          1,204",
      ])
  }

  @Test("Text columns shrink to the width, numbers do not", arguments: [26, 40, 60])
  func shrinking(width: Int) {
    var table = Table([.init("subject"), .init("from"), .init("size", .right)])
    table.add(["A rather long subject that goes on and on", "someone@example.org", "1,234,567"])
    let lines = table.lines(width: width, style: Style(isOn: false))
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= max(width, 29) })
    #expect(lines[1].hasSuffix("1,234,567"))
  }

  @Test("Styles colour cells without moving them, and hostile cells stay text")
  func styles() {
    var table = Table([.init("state"), .init("name")])
    table.add([.init("held", .yellow), "a\u{1B}[2J\nb"])
    #expect(
      table.lines(width: nil, style: Style(isOn: true)) == [
        "\u{1B}[1mstate\u{1B}[22m  \u{1B}[1mname\u{1B}[22m",
        "\u{1B}[33mheld\u{1B}[39m   a\\u{1B}[2J\\nb",
      ])
  }

  @Test("Rows that are too short or too long are no trouble, and no line ends in spaces")
  func ragged() {
    var table = Table([.init("a"), .init("b"), .init("c")])
    table.add(["1"])
    table.add(["1", "2", "3", "4"])
    table.add([String]())
    #expect(table.lines(width: 2, style: Style(isOn: false)) == ["a  b  c", "1", "1  2  3", ""])
    #expect(Table([]).lines(width: 10, style: Style(isOn: false)) == [""])
  }

  @Test("A terminal prints a table in its width, a file in full")
  func printing() {
    let screen = Capture()
    screen.terminal(columns: 80, environment: ["TERM": "dumb"]).print(sample())
    #expect(screen.output.contains("上海市浦东… "))
    let file = Capture()
    let terminal = file.terminal()
    terminal.print(sample())
    terminal.flush()
    #expect(file.output.contains("上海市浦东新区世纪大道"))
  }
}
