export { imageSource, type ImageKind } from "@/lib/tmdb/images";
