// Inserts the rows of a ledger into the same schema with the same settings, as quickly as SQLite's own interface does:
// what the ledger is measured beside.
// usage: insert SOURCE TARGET BATCH   (both SQLite files; TARGET has the tables, its people and no event)
// The rows come in the order in which they were recorded, in one transaction; where BATCH is not 0, those of so many
// events at a time are sorted by the table's key, as the bulk import writes them. Where it is "each", every event is
// a transaction of its own, with the ends of the chains that it makes longer.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define COLUMNS 9

typedef struct {
  sqlite3_int64 number;
  void *bytes;
  int length;
  int type;
} value;

static size_t batch = 0;

static int compare_keys(const void *one, const void *other) {
  const value *a = one, *b = other;
  int order = memcmp(a[0].bytes, b[0].bytes, 16);
  return order != 0 ? order : memcmp(a[1].bytes, b[1].bytes, 16);
}

// Sorts the rows of each batch of events; the two rows of an event about a pair stand side by side before.
static void sort_batches(value *values, size_t rows) {
  size_t begin = 0, events = 0;
  for (size_t row = 0; row <= rows; row++) {
    int is_new = row == rows || row == 0
        || memcmp(values[row * COLUMNS + 1].bytes, values[(row - 1) * COLUMNS + 1].bytes, 16) != 0;
    if (is_new && (events == batch || row == rows)) {
      qsort(&values[begin * COLUMNS], row - begin, COLUMNS * sizeof(value), compare_keys);
      begin = row;
      events = 0;
    }
    if (is_new) events++;
  }
}

static void check(int code, sqlite3 *database) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  fprintf(stderr, "SQLite %d: %s\n", code, sqlite3_errmsg(database));
  exit(1);
}

static void run(sqlite3_stmt *statement, sqlite3 *database) {
  check(sqlite3_step(statement), database);
  sqlite3_reset(statement);
}

int main(int count, char **arguments) {
  if (count != 4) return 64;
  int each = strcmp(arguments[3], "each") == 0;
  batch = each ? 0 : strtoul(arguments[3], NULL, 10);
  sqlite3 *source, *target;
  check(sqlite3_open(arguments[1], &source), source);
  check(sqlite3_open(arguments[2], &target), target);
  check(sqlite3_exec(target, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
                             "PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536", NULL, NULL, NULL), target);

  // The rows are in memory before the clock starts.
  sqlite3_stmt *read;
  check(sqlite3_prepare_v2(source,
      "SELECT person_key, event_id, position, occurred_at, recorded_at, kind, pair_key, payload, hash "
      "FROM event ORDER BY event_id", -1, &read, NULL), source);
  size_t rows = 0, room = 1 << 20;
  value *values = malloc(room * COLUMNS * sizeof(value));
  while (sqlite3_step(read) == SQLITE_ROW) {
    if (rows == room) values = realloc(values, (room *= 2) * COLUMNS * sizeof(value));
    for (int column = 0; column < COLUMNS; column++) {
      value *place = &values[rows * COLUMNS + column];
      place->type = sqlite3_column_type(read, column);
      if (place->type == SQLITE_INTEGER) {
        place->number = sqlite3_column_int64(read, column);
      } else if (place->type != SQLITE_NULL) {
        const void *bytes = place->type == SQLITE_TEXT ? (const void *)sqlite3_column_text(read, column)
                                                       : sqlite3_column_blob(read, column);
        place->length = sqlite3_column_bytes(read, column);
        place->bytes = malloc(place->length);
        memcpy(place->bytes, bytes, place->length);
      }
    }
    rows++;
  }
  sqlite3_finalize(read);
  sqlite3_close(source);
  if (batch > 0) sort_batches(values, rows);

  struct timespec begin, end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  sqlite3_stmt *insert;
  check(sqlite3_prepare_v2(target,
      "INSERT INTO event (person_key, event_id, position, occurred_at, recorded_at, kind, pair_key, payload, hash) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", -1, &insert, NULL), target);
  sqlite3_stmt *begin_one, *commit_one, *advance;
  check(sqlite3_prepare_v2(target, "BEGIN IMMEDIATE", -1, &begin_one, NULL), target);
  check(sqlite3_prepare_v2(target, "COMMIT", -1, &commit_one, NULL), target);
  check(sqlite3_prepare_v2(target,
      "UPDATE timeline SET length = ?2, head = ?3 WHERE person_key = ?1", -1, &advance, NULL), target);
  run(begin_one, target);
  for (size_t row = 0; row < rows; row++) {
    for (int column = 0; column < COLUMNS; column++) {
      value *place = &values[row * COLUMNS + column];
      switch (place->type) {
      case SQLITE_INTEGER: sqlite3_bind_int64(insert, column + 1, place->number); break;
      case SQLITE_TEXT: sqlite3_bind_text(insert, column + 1, place->bytes, place->length, SQLITE_STATIC); break;
      case SQLITE_BLOB: sqlite3_bind_blob(insert, column + 1, place->bytes, place->length, SQLITE_STATIC); break;
      default: sqlite3_bind_null(insert, column + 1);
      }
    }
    run(insert, target);
    if (!each) continue;
    const value *person = &values[row * COLUMNS], *event = person + 1, *position = person + 2, *hash = person + 8;
    sqlite3_bind_blob(advance, 1, person->bytes, person->length, SQLITE_STATIC);
    sqlite3_bind_int64(advance, 2, position->number);
    sqlite3_bind_blob(advance, 3, hash->bytes, hash->length, SQLITE_STATIC);
    run(advance, target);
    if (row + 1 < rows && memcmp(event->bytes, event[COLUMNS].bytes, 16) != 0) {
      run(commit_one, target);
      run(begin_one, target);
    }
  }
  run(commit_one, target);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double seconds = (end.tv_sec - begin.tv_sec) + (end.tv_nsec - begin.tv_nsec) / 1e9;
  printf("%zu %.6f\n", rows, seconds);
  return 0;
}
