extension CompletionTable {
  /// A script for zsh, to be found in `fpath` as `_liaison` or read by `source`.
  var zsh: String {
    let name = program.name
    return """
      #compdef \(name)
      # zsh completion for \(name).
      # Try it with:  source <(\(name) completion zsh)

      # The words that may follow a noun, or the program itself, with what they mean.
      _\(identifier)_words() {
        case "$1" in
      \(shellCases(continuations.map { ($0.path, $0.words.map { described($0.text, $0.summary) }) }))
          *) reply=() ;;
        esac
      }

      # The options of a command.
      _\(identifier)_options() {
        case "$1" in
      \(shellCases(commands.map { ($0.path, describedOptions($0.parameters)) }))
          *) reply=() ;;
        esac
        reply+=(\(shellWords(describedOptions(program.standardOptions))))
      }

      # What an option takes, as "command:--option", or an argument, as "command:#1"; fails for a flag.
      _\(identifier)_value() {
        reply=()
        case "$1" in
      \(shellValueCases())
          *) return 1 ;;
        esac
      }

      # Offers what _\(identifier)_value found.
      _\(identifier)_offer() {
        case "${reply[1]}" in
          @file) _files ;;
          @directory) _files -/ ;;
          '') return 1 ;;
          *) compadd -a reply ;;
        esac
      }

      _\(identifier)() {
        local at='' wanted='' word
        local -i position=1 dashes=1 i
        local -a reply
        for ((i = 2; i < CURRENT; i++)); do
          word=${words[i]}
          if [[ -n $wanted ]]; then
            wanted=''
          elif ((dashes)) && [[ $word == '--' ]]; then
            dashes=0
          elif ((dashes)) && [[ $word == -?* ]]; then
            _\(identifier)_value "$at:$word" && wanted=$word
          elif [[ -z $at && $word == 'help' ]]; then
            # What help takes is the name of a command.
            :
          else
            _\(identifier)_words "$at"
            if ((position == 1 && ${#${(M)reply:#${(b)word}:*}})); then
              at=${at:+$at }$word
            else
              ((position++))
            fi
          fi
        done
        reply=()
        if [[ -n $wanted ]]; then
          _\(identifier)_value "$at:$wanted" && _\(identifier)_offer
        elif ((dashes)) && [[ $PREFIX == --*=* ]]; then
          _\(identifier)_value "$at:${PREFIX%%=*}" && compset -P '*=' && _\(identifier)_offer
        elif ((dashes)) && [[ $PREFIX == -* ]]; then
          _\(identifier)_options "$at"
          _describe -o option reply
        else
          if ((position == 1)); then
            _\(identifier)_words "$at"
            ((${#reply})) && _describe command reply
          fi
          _\(identifier)_value "$at:#$position" && _\(identifier)_offer
        fi
      }

      if [[ ${funcstack[1]} == _\(identifier) ]]; then
        _\(identifier) "$@"
      elif ((${+functions[compdef]})); then
        compdef _\(identifier) \(name)
      fi

      """
  }

  private func described(_ word: String, _ summary: String) -> String {
    // The first colon divides a word from what it means.
    word + ":" + summary
  }

  private func describedOptions(_ parameters: [Parameter]) -> [String] {
    parameters.filter { $0.kind != .argument }.flatMap { option in
      option.spellings.map { described($0, option.help) }
    }
  }
}
