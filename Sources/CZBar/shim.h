// libzbar as Swift sees it.
#pragma once

#include <zbar.h>
