/* The trained model of understanding, as bytes of the program itself: nothing to find or to lose at run time. */
#ifndef QUITA_UNDERSTANDING_MODEL_H
#define QUITA_UNDERSTANDING_MODEL_H

#include <stddef.h>

const unsigned char *quita_understanding_model(void);
size_t quita_understanding_model_size(void);

#endif
