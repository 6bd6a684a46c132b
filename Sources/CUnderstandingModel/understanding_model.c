#include "understanding_model.h"

// #embed is standard from C23 on; clang takes it in every mode and says so.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char model[] = {
#embed "understanding.model"
};
#pragma clang diagnostic pop

const unsigned char *quita_understanding_model(void) { return model; }
size_t quita_understanding_model_size(void) { return sizeof model; }
