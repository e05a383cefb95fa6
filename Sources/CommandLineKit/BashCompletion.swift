extension CompletionTable {
  /// A script for bash 3.2 and later, made of plain tables and one function that reads them.
  ///
  /// The tables answer in the variable `reply`: words, or `@file` or `@directory`.
  var bash: String {
    let name = program.name
    return """
      # bash completion for \(name).
      # Try it with:  source <(\(name) completion bash)

      # The words that may follow a noun, or the program itself.
      _\(identifier)_words() {
        case "$1" in
      \(shellCases(continuations.map { ($0.path, $0.words.map(\.text)) }))
          *) reply=() ;;
        esac
      }

      # The options of a command.
      _\(identifier)_options() {
        case "$1" in
      \(shellCases(commands.map { ($0.path, optionSpellings($0.parameters)) }))
          *) reply=() ;;
        esac
        reply+=(\(shellWords(optionSpellings(program.standardOptions))))
      }

      # What an option takes, as "command:--option", or an argument, as "command:#1"; fails for a flag.
      _\(identifier)_value() {
        reply=()
        case "$1" in
      \(shellValueCases())
          *) return 1 ;;
        esac
      }

      _\(identifier)() {
        local current=${COMP_WORDS[COMP_CWORD]} path='' wanted='' position=1 options=1 before='' i word
        local -a reply
        COMPREPLY=()
        for ((i = 1; i < COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if [[ -n $wanted ]]; then
            # bash splits --option=value into three words.
            [[ $word == '=' ]] || wanted=''
          elif ((options)) && [[ $word == '--' ]]; then
            options=0
          elif ((options)) && [[ $word == -?* ]]; then
            _\(identifier)_value "$path:$word" && wanted=$word
          elif [[ -z $path && $word == 'help' ]]; then
            # What help takes is the name of a command.
            :
          else
            _\(identifier)_words "$path"
            if ((position == 1)) && [[ " ${reply[*]} " == *" $word "* ]]; then
              path=${path:+$path }$word
            else
              ((position++))
            fi
          fi
        done
        reply=()
        if [[ -n $wanted ]]; then
          [[ $current == '=' ]] && current=''
          _\(identifier)_value "$path:$wanted"
        elif ((options)) && [[ $current == --*=* ]]; then
          before=${current%%=*}=
          _\(identifier)_value "$path:${current%%=*}"
          current=${current#*=}
        elif ((options)) && [[ $current == -* ]]; then
          _\(identifier)_options "$path"
        else
          local -a words=()
          if ((position == 1)); then
            _\(identifier)_words "$path"
            words=("${reply[@]}")
          fi
          _\(identifier)_value "$path:#$position"
          reply+=("${words[@]}")
        fi
        for word in "${reply[@]}"; do
          case "$word" in
            @file | @directory)
              compopt -o filenames 2>/dev/null
              local kind=-f
              [[ $word == '@directory' ]] && kind=-d
              while IFS= read -r word; do
                COMPREPLY+=("$before$word")
              done < <(compgen "$kind" -- "$current")
              ;;
            "$current"*) COMPREPLY+=("$before$word") ;;
          esac
        done
      }

      complete -F _\(identifier) \(name)

      """
  }

  func optionSpellings(_ parameters: [Parameter]) -> [String] {
    parameters.filter { $0.kind != .argument }.flatMap(\.spellings)
  }

  func shellWords(_ words: [String]) -> String {
    words.map(Self.quoted).joined(separator: " ")
  }

  func shellCases(_ cases: [(pattern: String, words: [String])]) -> String {
    cases.map { "    \(Self.quoted($0.pattern))) reply=(\(shellWords($0.words))) ;;" }
      .joined(separator: "\n")
  }

  /// The cases of what options and arguments take, those of every command last.
  func shellValueCases() -> String {
    var lines: [String] = []
    for (path, parameters) in commands {
      var position = 0
      for parameter in parameters where parameter.kind != .flag {
        var patterns = parameter.spellings.map { Self.quoted("\(path):\($0)") }
        if parameter.kind == .argument {
          position += 1
          patterns = [Self.quoted("\(path):#") + (parameter.isRepeated ? "*" : "\(position)")]
        }
        lines.append(shellCase(patterns, parameter))
      }
    }
    for option in program.standardOptions where option.kind == .option {
      lines.append(shellCase(option.spellings.map { "*" + Self.quoted(":\($0)") }, option))
    }
    return lines.joined(separator: "\n")
  }

  private func shellCase(_ patterns: [String], _ parameter: Parameter) -> String {
    let reply =
      switch parameter.completion {
      case .none: ":"
      case .file: "reply=(@file)"
      case .directory: "reply=(@directory)"
      case .values(let values): "reply=(\(shellWords(values)))"
      }
    return "    \(patterns.joined(separator: " | "))) \(reply) ;;"
  }
}
