// PostgreSQL's client library as Swift sees it.
#pragma once

#include <libpq-fe.h>

/// The field of a result that holds the SQLSTATE; a character constant that Swift does not import.
static const int passerelle_sqlstate_field = PG_DIAG_SQLSTATE;
