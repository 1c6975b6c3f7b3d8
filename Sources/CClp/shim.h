// COIN-OR's linear programming solver as Swift sees it.
#pragma once

#include <stdbool.h>

#include <Clp_C_Interface.h>
