extension CompletionTable {
  /// A script for fish: one `complete` for each word, option and argument.
  var fish: String {
    let name = program.name
    let options = program.standardOptions.map { "complete -c \(name)" + option($0) }
    return """
      # fish completion for \(name).
      # Try it with:  \(name) completion fish | source

      # Prints what stands before the cursor: the command on the first line, and on the second the
      # number of the argument that is being written.
      function __\(identifier)_state
        set -l at ''
        set -l position 1
        set -l wanted 0
        set -l options 1
        for word in (commandline -opc)[2..-1]
          if test $wanted = 1
            set wanted 0
          else if test $options = 1; and test "$word" = '--'
            set options 0
          else if test $options = 1; and string match -q -- '-?*' "$word"
            contains -- "$at:$word" $__\(identifier)_valued; or contains -- ":$word" $__\(identifier)_valued
            and set wanted 1
          else if test -z "$at"; and test "$word" = 'help'
            # What help takes is the name of a command.
          else if test $position = 1; and contains -- (string trim "$at $word") $__\(identifier)_paths
            set at (string trim "$at $word")
          else
            set position (math $position + 1)
          end
        end
        printf '%s\\n' "$at" $position
      end

      function __\(identifier)_at
        set -l state (__\(identifier)_state)
        test "$state[1]" = "$argv[1]"
      end

      function __\(identifier)_argument
        set -l state (__\(identifier)_state)
        test "$state[1]" = "$argv[1]"; or return 1
        test "$argv[2]" = '*'; or test "$state[2]" = "$argv[2]"
      end

      set -g __\(identifier)_paths \(fishWords(paths))
      set -g __\(identifier)_valued \(fishWords(valued))

      complete -c \(name) -f
      \((options + words + parameters).joined(separator: "\n"))

      """
  }

  private var paths: [String] {
    continuations.flatMap { noun in
      noun.words.map { noun.path.isEmpty ? $0.text : noun.path + " " + $0.text }
    }
  }

  /// The options that take a value, as `command:--option`, and `:--option` for those of every command.
  private var valued: [String] {
    let own = commands.flatMap { path, parameters in
      parameters.filter { $0.kind == .option }.flatMap(\.spellings).map { path + ":" + $0 }
    }
    let shared = program.standardOptions.filter { $0.kind == .option }.flatMap(\.spellings)
    return own + shared.map { ":" + $0 }
  }

  private var words: [String] {
    continuations.flatMap { noun in
      noun.words.map { word in
        "complete -c \(program.name) -n \(condition("argument", noun.path, "1"))"
          + " -a \(Self.fishQuoted(word.text)) -d \(Self.fishQuoted(word.summary))"
      }
    }
  }

  private var parameters: [String] {
    commands.flatMap { path, parameters in
      var position = 0
      return parameters.compactMap { parameter in
        guard parameter.kind == .argument else {
          return "complete -c \(program.name) -n \(condition("at", path))" + option(parameter)
        }
        position += 1
        // Words of one's own have nothing to offer, and files are off by default.
        if parameter.completion == .none { return nil }
        let place = parameter.isRepeated ? "*" : "\(position)"
        return "complete -c \(program.name) -n \(condition("argument", path, place))"
          + values(parameter) + " -d \(Self.fishQuoted(parameter.help))"
      }
    }
  }

  private func condition(_ function: String, _ arguments: String...) -> String {
    // A quoted string in a quoted string: paths and numbers hold no quotes themselves.
    "\"__\(identifier)_\(function) " + arguments.map { "'\($0)'" }.joined(separator: " ") + "\""
  }

  private func option(_ parameter: Parameter) -> String {
    let short = parameter.short.map { " -s \($0)" } ?? ""
    let required = parameter.kind == .option ? " -r" + values(parameter) : ""
    return " -l \(parameter.name)\(short)\(required) -d \(Self.fishQuoted(parameter.help))"
  }

  private func values(_ parameter: Parameter) -> String {
    switch parameter.completion {
    case .none: ""
    case .file: " -F"
    case .directory: " -a '(__fish_complete_directories (commandline -ct))'"
    case .values(let values): " -a " + Self.fishQuoted(values.joined(separator: " "))
    }
  }

  private func fishWords(_ words: [String]) -> String {
    words.map(Self.fishQuoted).joined(separator: " ")
  }

  /// A text as one word of fish, where a backslash escapes in single quotes too.
  private static func fishQuoted(_ text: String) -> String {
    var result = "'"
    for character in text {
      if character == "'" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + "'"
  }
}
