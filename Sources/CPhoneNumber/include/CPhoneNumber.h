#ifndef QUITA_C_PHONE_NUMBER_H
#define QUITA_C_PHONE_NUMBER_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// What a number is used for; the values are ours.
enum {
    CPHONE_INVALID = 0,
    CPHONE_MOBILE = 1,
    CPHONE_LANDLINE = 2,
    // Countries such as the United States do not part them.
    CPHONE_MOBILE_OR_LANDLINE = 3,
    CPHONE_OTHER = 4,
};

// Says what libphonenumber knows about an international number, country code first, without a plus.
//
// digits: up to 19 decimal digits as a number. region: receives two letters and a NUL (`AR`), or an empty string.
// Returns one of the values above. Any thread may call it: the library's metadata is built once and then only read.
int cphone_classify(uint64_t digits, char region[4]);

#ifdef __cplusplus
}
#endif

#endif
