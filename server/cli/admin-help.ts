export const HELP = `npm run admin -- COMMAND

  list [table|running|ended]     every match, newest first
  show MATCH                     one match and who sits at it
  close MATCH                    puts everybody out; it goes on for whoever comes back
  export MATCH                   its whole record on stdout, with all secrets
  delete MATCH                   erases it, with all that was said and done in it
  ban WHO [DAYS] REASON…         excludes a person, or whoever sits in MATCH/POWER; without DAYS for good
  unban PERSON
  bans                           who is excluded
  reports                        what people have reported and nobody has settled
  settle REPORT dismissed|acted
  sign-out WHO                   makes every token of a person worthless
  metrics                        figures for Prometheus; only of a server that runs
  backup FILE                    a whole copy of the data, also while a server uses it
  key                            a new operator’s key in the place of the old one, shown this once

With OPERATOR_KEY it asks the server at SERVER_URL (else http://localhost:PORT). Without it, it works on the data in
DATA_DIR (else ./data), which is only done while no server uses it; backup and key are done there in any case.`;
