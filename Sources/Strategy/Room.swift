// The room that loads what people write.
