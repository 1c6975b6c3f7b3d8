// The library of iCalendar as Swift sees it: without its storage and vCard parts.
#pragma once

#include <libical/ical.h>
