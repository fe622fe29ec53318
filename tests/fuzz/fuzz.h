/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>
#include <stdint.h>

/* The one function of a fuzz target: it must return 0 and survive any input. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
