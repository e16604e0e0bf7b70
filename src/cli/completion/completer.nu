# Asks PROGRAM what may stand at the cursor; other commands keep the completer they had.
let before_PROGRAM = $env.config.completions?.external?.completer?
$env.config.completions.external.enable = true
$env.config.completions.external.completer = {|words|
    if ($words | first | path basename) == "PROGRAM" {
        with-env { VARIABLE: "nushell" } { ^COMPLETER -- ...$words } | from json
    } else if $before_PROGRAM != null {
        do $before_PROGRAM $words
    }
}
