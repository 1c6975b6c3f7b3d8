import Glibc
import PasserelleCommandLine

exit(Passerelle.run(Array(CommandLine.arguments.dropFirst())))
