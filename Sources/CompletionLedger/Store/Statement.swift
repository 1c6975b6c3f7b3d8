/// Every statement of the ledger, in the SQL that all stores understand; arguments are `$1`, `$2` and so on.
///
/// One list, so that a test can hold each statement against what distributed engines accept. `= ANY($1)` compares with
/// a list; a store without lists runs the statement for each element.
package enum Statement: String, CaseIterable, Sendable {
  // Chains
  case timeline = "SELECT length, head FROM timeline WHERE person_key = $1"
  case timelineKeys = "SELECT person_key FROM timeline ORDER BY person_key"
  // Also takes the lock that orders writers.
  case holdTimelines =
    "UPDATE timeline SET length = length WHERE person_key = ANY($1) RETURNING person_key, length, head"
  case beginTimeline = "INSERT INTO timeline (person_key, length, head) VALUES ($1, $2, $3)"
  case advanceTimeline = "UPDATE timeline SET length = $2, head = $3 WHERE person_key = $1"

  // People
  case claimHandle = "INSERT INTO handle (handle, person_key) VALUES ($1, $2) ON CONFLICT DO NOTHING"
  case handleHolder = "SELECT person_key FROM handle WHERE handle = $1"
  case releaseHandle = "DELETE FROM handle WHERE handle = $1"
  case insertPerson = "INSERT INTO person (person_key, handle, name, language, secret) VALUES ($1, $2, $3, $4, $5)"
  case people = "SELECT person_key, handle, name, language FROM person"
  case personByHandle = "SELECT person_key, handle, name, language FROM person WHERE handle = $1"
  case personByKey = "SELECT person_key, handle, name, language FROM person WHERE person_key = $1"
  case secrets = "SELECT person_key, secret FROM person WHERE person_key = ANY($1)"

  // Events
  case insertEvent =
    """
    INSERT INTO event (person_key, event_id, position, occurred_at, recorded_at, kind, pair_key, payload, hash) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    """
  case insertNewEvent =
    """
    INSERT INTO event (person_key, event_id, position, occurred_at, recorded_at, kind, pair_key, payload, hash) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (person_key, event_id) DO NOTHING
    """
  case insertRemark = "INSERT INTO remark (person_key, event_id, text) VALUES ($1, $2, $3)"
  case eventsUnder =
    """
    SELECT person_key, event_id, position, occurred_at, recorded_at, kind, pair_key, payload, hash, text \
    FROM event LEFT JOIN remark USING (person_key, event_id) WHERE person_key = $1 ORDER BY position
    """
  case eventByID =
    """
    SELECT person_key, event_id, position, occurred_at, recorded_at, kind, pair_key, payload, hash, text \
    FROM event LEFT JOIN remark USING (person_key, event_id) WHERE event_id = ANY($1)
    """
  case eventIsUnder = "SELECT position FROM event WHERE person_key = $1 AND event_id = $2"

  // Pairs
  case claimPairName = "INSERT INTO pair (pair_id, pair_key) VALUES ($1, $2) ON CONFLICT DO NOTHING"
  case pairKey = "SELECT pair_key FROM pair WHERE pair_id = $1"
  case pairName = "SELECT pair_id FROM pair WHERE pair_key = $1"
  case setPair = "UPDATE pair SET junior = $2, senior = $3, curriculum = $4, goals = $5 WHERE pair_id = $1"
  case insertPair =
    """
    INSERT INTO pair (pair_id, pair_key, junior, senior, curriculum, goals) VALUES ($1, $2, $3, $4, $5, $6) \
    ON CONFLICT DO NOTHING
    """
  case deletePair = "DELETE FROM pair WHERE pair_id = $1"
  case pairs = "SELECT pair_id, junior, senior, curriculum, goals FROM pair WHERE junior IS NOT NULL"
  case pair = "SELECT pair_id, junior, senior, curriculum, goals FROM pair WHERE pair_id = $1 AND junior IS NOT NULL"
  case pairsOf = "SELECT pair_id, junior, senior, curriculum, goals FROM pair WHERE junior = $1 OR senior = $1"
  case pairRows = "SELECT pair_id, pair_key, junior, senior, curriculum, goals FROM pair ORDER BY pair_key"

  // Credentials
  case insertCredential =
    """
    INSERT INTO credential (person_key, credential_id, certificate, pair_key, issued_at, place, token) \
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    """
  case credentialByID =
    """
    SELECT person_key, credential_id, certificate, pair_key, issued_at, place, token FROM credential \
    WHERE credential_id = $1 ORDER BY place
    """
  case credentialsUnder =
    """
    SELECT person_key, credential_id, certificate, pair_key, issued_at, place, token FROM credential \
    WHERE person_key = $1 ORDER BY credential_id
    """

  // Erasure
  case erasePerson = "DELETE FROM person WHERE person_key = $1"
  case eraseRemark = "DELETE FROM remark WHERE person_key = $1 AND event_id = $2"
  case eraseCredential = "DELETE FROM credential WHERE person_key = $1 AND credential_id = $2"

  // The format's version
  case format = "SELECT version FROM ledger_format ORDER BY version DESC"
  case noteFormat = "INSERT INTO ledger_format (version) VALUES ($1) ON CONFLICT DO NOTHING"
}
